package io.khabar.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FlinkEngineTest {
  private static final long GB = 1L << 30;

  private static long megabytes(Map<String, String> settings, String key) {
    String value = settings.get(key);
    assertTrue(value.endsWith("m"), value);
    return Long.parseLong(value.substring(0, value.length() - 1));
  }

  @Test
  void managedMemoryGrowsWithTheWorkersAndStopsAtAQuarterOfTheMachine() {
    assertEquals(768, megabytes(FlinkEngine.settings(2, 16 * GB), "taskmanager.memory.managed.size"));
    assertEquals(4096, megabytes(FlinkEngine.settings(32, 16 * GB), "taskmanager.memory.managed.size"));
    assertEquals(128, megabytes(FlinkEngine.settings(2, GB / 4), "taskmanager.memory.managed.size"));
  }

  @Test
  void networkBuffersGrowWithTheSquareOfTheWorkers() {
    assertEquals(64, megabytes(FlinkEngine.settings(2, 16 * GB), "taskmanager.memory.network.min"));
    assertEquals(1120, megabytes(FlinkEngine.settings(16, 64 * GB), "taskmanager.memory.network.max"));
  }

  @Test
  void nothingListensToTheOutside() {
    FlinkEngine.settings(4, 8 * GB).forEach((key, value) -> assertTrue(!key.endsWith("address") || value.equals("127.0.0.1"), key + "=" + value));
  }
}

package io.khabar.engine;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DirectEngineTest {
  private static final long MB = 1L << 20;
  private static final long GB = 1L << 30;

  @Test
  void saysNothingOfADumpThatFits() {
    assertNull(DirectEngine.warning(2 * MB, 512 * MB));
    assertNull(DirectEngine.warning(40 * MB, 2 * GB));
  }

  @Test
  void namesTheOptionThatCanHoldALargerOne() {
    String warning = DirectEngine.warning(GB, 2 * GB);
    assertTrue(warning.contains("about 1.0 GB of text") && warning.contains("Java may take 2.0 GB"), warning);
    assertTrue(warning.contains("--runner=FlinkRunner") && warning.contains("-Xmx"), warning);
  }
}

package io.khabar.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process used, from its start to this moment.
 *
 * @param wall seconds since the Java machine started
 * @param cpu seconds of all cores
 * @param peak the most resident bytes where the system tells (Linux), else the most heap
 * @param gc seconds in which the collector stopped the program or worked beside it
 * @param compile seconds of the just-in-time compiler's threads, by the wall
 */
public record Usage(double wall, double cpu, long peak, double gc, double compile) {
  /** The system property that names the file to write on leaving. */
  static final String PROPERTY = "khabar.usage";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Writes what this process used, where the property asks for it. */
  public static void report() throws IOException {
    String file = System.getProperty(PROPERTY);
    if (file != null) {
      Files.writeString(Path.of(file), JSON.writeValueAsString(now()));
    }
  }

  static Usage read(Path file) throws IOException {
    return JSON.readValue(Files.readString(file), Usage.class);
  }

  private static Usage now() throws IOException {
    long gc = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      gc += Math.max(0, collector.getCollectionTime());
    }
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    double wall = (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
    return new Usage(wall, cpuNanos() / 1e9, peakBytes(), gc / 1e3, compiler == null ? 0 : compiler.getTotalCompilationTime() / 1e3);
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system ? Math.max(0, system.getProcessCpuTime()) : 0;
  }

  private static long peakBytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
    }
    long heap = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      heap += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    return heap;
  }
}

package io.khabar.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** CPU time by stage, added up over threads. */
final class StageClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<String, Long> nanos = new LinkedHashMap<>();

  /** Work that may fail. */
  interface Work {
    void run() throws Exception;
  }

  /** Does some work and books this thread's CPU time for it. */
  void time(String stage, Work work) throws Exception {
    long before = THREADS.getCurrentThreadCpuTime();
    work.run();
    long used = THREADS.getCurrentThreadCpuTime() - before;
    synchronized (nanos) {
      nanos.merge(stage, used, Long::sum);
    }
  }

  void print(long pages, PrintStream out) {
    long total = nanos.values().stream().mapToLong(Long::longValue).sum();
    out.printf(Locale.ROOT, "%-14s %9s %7s %11s%n", "stage", "CPU s", "share", "ms a page");
    nanos.forEach((stage, used) -> out.printf(Locale.ROOT, "%-14s %9.2f %6.1f%% %11.3f%n", stage, used / 1e9, 100.0 * used / total, used / 1e6 / Math.max(1, pages)));
    out.printf(Locale.ROOT, "%-14s %9.2f %6.1f%% %11.3f%n", "all", total / 1e9, 100.0, total / 1e6 / Math.max(1, pages));
  }
}

package io.khabar.engine;

import java.lang.management.ManagementFactory;

/** What this machine has. */
final class Machine {
  private Machine() {}

  /** The machine's (or container's) memory in bytes; the heap's limit where it cannot be known. */
  static long memoryBytes() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
        ? os.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory();
  }
}

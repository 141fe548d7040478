package io.khabar.engine;

import io.khabar.pipeline.KhabarOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Flink: embedded in this process unless {@code --flinkMaster=HOST:PORT} names a cluster. Embedded it gets its memory and network buffers from this machine;
 * with {@code --flinkConfDir} everything is as that folder says.
 */
final class FlinkEngine {
  private static final long MB = 1L << 20;

  /** A sorter below a few megabytes spills all the time; the graph has about fifty that share the managed memory of a slot. */
  private static final long MANAGED_BYTES_PER_WORKER = 384 * MB;

  /** At most this share of the machine's memory beside the heap. */
  private static final int SHARE_OF_MACHINE = 4;

  private static final int SHUFFLES = 40;
  private static final int BUFFER_BYTES = 32 << 10;
  private static final int FLOATING_BUFFERS = 8;

  private FlinkEngine() {}

  static boolean knows(String option) {
    return Engine.has(FlinkPipelineOptions.class, option);
  }

  static void registerOptions() {
    PipelineOptionsFactory.register(FlinkPipelineOptions.class);
  }

  static Engine prepare(KhabarOptions options, String[] args, int workers) throws IOException {
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    boolean embedded = flink.getFlinkMaster().startsWith("[");
    if (flink.getParallelism() == -1 && (embedded || options.getWorkers() > 0)) {
      flink.setParallelism(workers);
    }
    if (!Engine.said(args, "objectReuse")) {
      // no stage keeps or changes what it was given
      flink.setObjectReuse(true);
    }
    if (!embedded || flink.getFlinkConfDir() != null) {
      return () -> {};
    }
    Path folder = Files.createTempDirectory("khabar-flink");
    Path file = folder.resolve("flink-conf.yaml");
    StringBuilder text = new StringBuilder();
    settings(flink.getParallelism(), Machine.memoryBytes()).forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    Files.writeString(file, text, StandardCharsets.UTF_8);
    flink.setFlinkConfDir(folder.toString());
    return () -> {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    };
  }

  /** What an embedded Flink of so many workers is told on a machine with so much memory. */
  static Map<String, String> settings(int workers, long machineBytes) {
    Map<String, String> settings = new TreeMap<>();
    long managed = Math.max(128 * MB, Math.min(workers * MANAGED_BYTES_PER_WORKER, machineBytes / SHARE_OF_MACHINE));
    settings.put("taskmanager.memory.managed.size", bytes(managed));
    // every exchange has a channel from each worker to each worker, with two buffers, some to lend, and one at the sender
    long buffers = (long) SHUFFLES * workers * (3L * workers + FLOATING_BUFFERS);
    long network = Math.max(64 * MB, buffers * BUFFER_BYTES);
    settings.put("taskmanager.memory.network.min", bytes(network));
    settings.put("taskmanager.memory.network.max", bytes(network));
    settings.put("taskmanager.numberOfTaskSlots", Integer.toString(workers));
    // one process: a long pause for garbage is no lost worker
    settings.put("heartbeat.timeout", "600000");
    settings.put("pekko.ask.timeout", "10 min");
    settings.put("rest.bind-address", "127.0.0.1");
    settings.put("rest.address", "127.0.0.1");
    settings.put("jobmanager.rpc.address", "127.0.0.1");
    settings.put("taskmanager.host", "127.0.0.1");
    return settings;
  }

  private static String bytes(long bytes) {
    return bytes / MB + "m";
  }
}

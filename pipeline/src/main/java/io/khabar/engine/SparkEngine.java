package io.khabar.engine;

import io.khabar.pipeline.KhabarOptions;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.runners.spark.SparkContextOptions;
import org.apache.beam.runners.spark.SparkPipelineOptions;
import org.apache.beam.runners.spark.coders.SparkRunnerKryoRegistrator;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.KryoSerializer;

/** Spark: within this process unless a master is named. {@code spark.*} system properties go before what is set here. */
final class SparkEngine {
  private SparkEngine() {}

  static boolean knows(String option) {
    return Engine.has(SparkPipelineOptions.class, option);
  }

  static void registerOptions() {
    PipelineOptionsFactory.register(SparkPipelineOptions.class);
    PipelineOptionsFactory.register(SparkContextOptions.class);
  }

  static Engine prepare(KhabarOptions options, String[] args, int workers) {
    SparkPipelineOptions spark = options.as(SparkPipelineOptions.class);
    SparkConf conf = new SparkConf();
    if (Engine.said(args, "sparkMaster") || !conf.contains("spark.master")) {
      conf.setMaster(Engine.said(args, "sparkMaster") ? spark.getSparkMaster() : "local[" + workers + "]");
    }
    spark.setSparkMaster(conf.get("spark.master"));
    conf.setAppName("khabar");
    conf.setIfMissing("spark.ui.enabled", "false");
    // only packed bytes cross a shuffle; Java's own serialisation would wrap each in its class's description
    conf.setIfMissing("spark.serializer", KryoSerializer.class.getName());
    conf.set("spark.kryo.registrator", SparkRunnerKryoRegistrator.class.getName());
    boolean local = conf.get("spark.master").startsWith("local");
    if (local || conf.get("spark.master").contains("://127.0.0.1")) {
      // no look-up of the host's name, and nobody else can connect
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
    }
    if (!local && !conf.contains("spark.jars")) {
      conf.setJars(jars().toArray(String[]::new));
    }
    JavaSparkContext context = new JavaSparkContext(conf);
    spark.setUsesProvidedSparkContext(true);
    options.as(SparkContextOptions.class).setProvidedSparkContext(context);
    return context::close;
  }

  /** The jar we run from, and from classes whatever jars they need. */
  private static List<String> jars() {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        jars.add(entry);
      }
    }
    return jars;
  }
}

package io.khabar.pipeline;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** {@code khabar help [command]}: every option with type, default and example. */
final class HelpCommand {
  private static final String OVERVIEW =
      """
      Khabar turns raw Arabic news pages into datasets one can trust.

        khabar run --input=PATHS --output=DIR [options]   the whole job
        khabar tag [--input=FILE]                         names in plain text, a line in, a JSON line out
        khabar explain --output=DIR --id=ID               one document or story: every span and the rule that decided
        khabar report --output=DIR                        write report.html of a finished run again
        khabar bench NAME ...                             evaluations and benchmarks
        khabar help [command]                             this page, or every option of a command

      Exit codes: 0 finished, 2 wrong usage, 3 a quality gate failed (nothing published), 4 failed.
      """;

  private HelpCommand() {}

  static int run(String[] args, PrintStream out) {
    String about = args.length == 0 ? "" : args[0];
    switch (about) {
      case "" -> out.print(OVERVIEW);
      case "run" -> runOptions(out);
      case "tag" -> out.print("khabar tag [--input=FILE] [--gazetteer=FILES]\n  Plain text, one passage a line (or standard input); one JSON line for each, blank lines kept.\n  Example: echo 'قال بوتين في موسكو' | ./khabar tag\n");
      case "explain" -> out.print("khabar explain --output=DIR --id=ID [--color=true|false]\n  ID is a document_id, a story_id, or the beginning of one.\n  Example: ./khabar explain --output=out/sample --id=1f3a\n");
      case "report" -> out.print("khabar report --output=DIR\n  Writes DIR/report.html of the run that the folder holds.\n  Example: ./khabar report --output=out/sample\n");
      case "bench" -> out.print(io.khabar.bench.BenchCommand.HELP);
      default -> throw new UsageException("there is no command '" + about + "'; './khabar help' lists the commands");
    }
    return Main.OK;
  }

  private static void runOptions(PrintStream out) {
    out.print("khabar run --input=PATHS --output=DIR [options]\n\n");
    List<Method> getters =
        Arrays.stream(KhabarOptions.class.getDeclaredMethods())
            .filter(m -> m.isAnnotationPresent(Description.class))
            .sorted(Comparator.comparing(HelpCommand::optionName))
            .toList();
    for (Method getter : getters) {
      String type = getter.getReturnType().getSimpleName().toLowerCase(Locale.ROOT);
      out.printf(Locale.ROOT, "  --%s  (%s, default %s)%n      %s%n", optionName(getter), type, defaultOf(getter), getter.getAnnotation(Description.class).value());
    }
    out.print(
        """

          --runner  (DirectRunner, FlinkRunner or SparkRunner, default DirectRunner)
              The engine. DirectRunner holds the dump in memory; FlinkRunner and SparkRunner spill to disk. Example: --runner=FlinkRunner
          --flinkMaster, --sparkMaster  (string, default this process)
              A cluster to run on. Example: --runner=FlinkRunner --flinkMaster=127.0.0.1:8081
              Example: --runner=SparkRunner --sparkMaster=spark://127.0.0.1:7077
        Every other option of Beam and of the engine works too.
        """);
  }

  static String optionName(Method getter) {
    String name = getter.getName().replaceFirst("^(get|is)", "");
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static String defaultOf(Method getter) {
    if (getter.isAnnotationPresent(Default.String.class)) {
      return getter.getAnnotation(Default.String.class).value();
    }
    if (getter.isAnnotationPresent(Default.Boolean.class)) {
      return Boolean.toString(getter.getAnnotation(Default.Boolean.class).value());
    }
    if (getter.isAnnotationPresent(Default.Integer.class)) {
      return Integer.toString(getter.getAnnotation(Default.Integer.class).value());
    }
    if (getter.isAnnotationPresent(Default.Double.class)) {
      return Double.toString(getter.getAnnotation(Default.Double.class).value());
    }
    return "none";
  }

  static int version(PrintStream out) {
    out.println("khabar " + version());
    return Main.OK;
  }

  /** The version in the jar's manifest. */
  static String version() {
    String version = HelpCommand.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}

package io.khabar.pipeline;

import io.khabar.bench.BenchCommand;
import io.khabar.bench.Usage;
import io.khabar.explain.ExplainCommand;
import io.khabar.report.ReportCommand;
import io.khabar.tag.TagCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The command line. Exit codes: 0 finished; 2 wrong usage; 3 a quality gate failed; 4 failed. The last line on stderr says why in one sentence; a user's
 * mistake never shows a stack trace.
 */
public final class Main {
  public static final int OK = 0;
  public static final int USAGE = 2;
  public static final int GATE = 3;
  public static final int FAILED = 4;

  private Main() {}

  public static void main(String[] args) throws IOException {
    // nothing we print or format follows the machine's locale
    Locale.setDefault(Locale.ROOT);
    PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = run(args, out, err);
    Usage.report();
    System.exit(code);
  }

  /** Runs a command and returns its exit code; nothing is printed but to the two streams. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    String command = args.length == 0 ? "help" : args[0];
    String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    try {
      if (Arrays.asList(rest).contains("--help")) {
        return HelpCommand.run(new String[] {command}, out);
      }
      return switch (command) {
        case "run" -> RunCommand.run(rest, out, err);
        case "tag" -> TagCommand.run(rest, System.in, out);
        case "explain" -> ExplainCommand.run(rest, out);
        case "report" -> ReportCommand.run(rest, out);
        case "bench" -> BenchCommand.run(rest, out);
        case "version", "--version" -> HelpCommand.version(out);
        case "help", "--help", "-h" -> HelpCommand.run(rest, out);
        default -> throw new UsageException("there is no command '" + command + "'; './khabar help' lists the commands");
      };
    } catch (UsageException e) {
      err.println("khabar: " + oneLine(e.getMessage()));
      return USAGE;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      err.println("khabar: " + command + " failed: " + (isFull(e) ? full(rest) : cause(e)));
      return FAILED;
    }
  }

  private static boolean isFull(Throwable thrown) {
    String message = cause(thrown);
    return message.contains("No space left on device") || message.contains("Disk quota exceeded");
  }

  /** The system does not say which disk is full. */
  private static String full(String[] args) {
    String output = Arrays.stream(args).filter(a -> a.startsWith("--output=")).map(a -> "of " + a.substring("--output=".length()) + " or ").findFirst().orElse("");
    return "no space is left on the disk " + output + "of the folder for temporary files, " + System.getProperty("java.io.tmpdir");
  }

  /** The innermost message, in one line. */
  static String cause(Throwable thrown) {
    Throwable inner = thrown;
    while (inner.getCause() != null && inner.getCause() != inner) {
      inner = inner.getCause();
    }
    String message = inner.getMessage() == null ? "" : ": " + inner.getMessage();
    return oneLine(inner.getClass().getSimpleName() + message);
  }

  private static String oneLine(String text) {
    return text == null ? "" : text.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}

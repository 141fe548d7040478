package io.khabar.pipeline;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.khabar.engine.Engine;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.Description;

/** What is wrong with one argument of {@code run}, in our words: Beam speaks of its own and its JSON library's types. */
final class WrongOption {
  private static final Pattern UNKNOWN = Pattern.compile("missing a property named '(.*)'");
  private static final Pattern MEANT = Pattern.compile("Did you mean (?:one of )?[\\['](\\w+)");
  private static final Pattern TYPE = Pattern.compile("Cannot deserialize value of type `(?:java\\.lang\\.)?(\\w+)`");
  private static final Pattern EXAMPLE = Pattern.compile("Example: (--\\S+)");

  private static final String WHOLE = "a whole number from 0 to " + Integer.MAX_VALUE;
  private static final Map<String, String> TAKES =
      Map.of("int", WHOLE, "Integer", WHOLE, "long", "a whole number", "Long", "a whole number", "double", "a number", "Double", "a number", "boolean", "true or false", "Boolean", "true or false");

  private WrongOption() {}

  /** One sentence about an argument and what Beam threw at it. */
  static String say(String arg, RuntimeException thrown) {
    int equals = arg.indexOf('=');
    String name = equals < 0 ? arg : arg.substring(0, equals);
    String message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    if (name.equals("--runner")) {
      return "run: --runner takes DirectRunner, FlinkRunner, SparkRunner or DataflowRunner, not '" + arg.substring(equals + 1) + "'";
    }
    if (UNKNOWN.matcher(message).find()) {
      String runner = Engine.runnerOf(name.substring(2));
      Matcher meant = MEANT.matcher(message);
      return runner != null ? "run: " + name + " needs --runner=" + runner : "run knows no option " + name + (meant.find() ? ", but --" + meant.group(1) : "") + "; './khabar help run' lists them";
    }
    Matcher type = TYPE.matcher(message);
    String takes = type.find() ? TAKES.get(type.group(1)) : null;
    if (takes == null) {
      String plain = cause(thrown) instanceof MismatchedInputException wrong ? wrong.getOriginalMessage() : message;
      return "run: '" + arg + "' cannot be used: " + plain;
    }
    return "run: " + name + " takes " + takes + ", " + (equals < 0 ? "and has no value" : "not '" + arg.substring(equals + 1) + "'") + example(name.substring(2));
  }

  private static Throwable cause(Throwable thrown) {
    return thrown.getCause() == null ? thrown : thrown.getCause();
  }

  private static String example(String option) {
    for (Method getter : KhabarOptions.class.getDeclaredMethods()) {
      Description description = getter.getAnnotation(Description.class);
      Matcher example = EXAMPLE.matcher(description == null ? "" : description.value());
      if (HelpCommand.optionName(getter).equals(option) && example.find()) {
        return "; an example: " + example.group(1);
      }
    }
    return "";
  }
}

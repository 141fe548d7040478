package io.khabar.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The {@code --name=value} arguments of the small commands; {@code run} has Beam's own. */
public final class Arguments {
  private final Map<String, String> values = new LinkedHashMap<>();

  private Arguments() {}

  /**
   * Reads arguments.
   *
   * @throws UsageException when one is none of {@code known}
   */
  public static Arguments of(String command, String[] args, Set<String> known) {
    Arguments arguments = new Arguments();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      String name = arg.startsWith("--") ? arg.substring(2, equals < 0 ? arg.length() : equals) : "";
      if (!known.contains(name)) {
        throw new UsageException(
            command + " does not know '" + arg + "'; it takes " + String.join(", ", known.stream().sorted().map(k -> "--" + k + "=...").toList()));
      }
      arguments.values.put(name, equals < 0 ? "" : arg.substring(equals + 1));
    }
    return arguments;
  }

  /** An argument's value, or null. */
  public String get(String name) {
    String value = values.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  /**
   * An argument that must be there.
   *
   * @throws UsageException when it is not
   */
  public String require(String command, String name, String what) {
    String value = get(name);
    if (value == null) {
      throw new UsageException(command + " needs --" + name + "=" + what);
    }
    return value;
  }
}

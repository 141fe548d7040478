package io.khabar.sink;

import io.khabar.coder.RecordCoder;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.PCollection;

/**
 * Counts what passes between two stages, as rows and not as metrics, because not every engine commits metrics once. One row a bundle and name.
 *
 * @param <T> what is counted
 */
public final class CountRecords<T> extends PTransform<PCollection<T>, PCollection<Tally>> {
  private static final long serialVersionUID = 1L;

  private final SerializableFunction<T, Iterable<Tally>> numbers;

  private CountRecords(SerializableFunction<T, Iterable<Tally>> numbers) {
    this.numbers = numbers;
  }

  /** Adds up the numbers that each record gives. */
  public static <T> CountRecords<T> of(SerializableFunction<T, Iterable<Tally>> numbers) {
    return new CountRecords<>(numbers);
  }

  @Override
  public PCollection<Tally> expand(PCollection<T> records) {
    return records.apply("Count", ParDo.of(new CountFn<>(numbers))).setCoder(RecordCoder.of(Tally.class));
  }

  private static final class CountFn<T> extends DoFn<T, Tally> {
    private static final long serialVersionUID = 1L;

    private final SerializableFunction<T, Iterable<Tally>> numbers;
    private transient TreeMap<String, Long> sums;

    CountFn(SerializableFunction<T, Iterable<Tally>> numbers) {
      this.numbers = numbers;
    }

    @StartBundle
    public void startBundle() {
      sums = new TreeMap<>();
    }

    @ProcessElement
    public void process(@Element T record) {
      for (Tally tally : numbers.apply(record)) {
        sums.merge(tally.name(), tally.value(), Long::sum);
      }
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      sums.forEach((name, value) -> context.output(new Tally(name, value), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
    }
  }
}

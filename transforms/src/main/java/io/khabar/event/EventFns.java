package io.khabar.event;

import io.khabar.coder.OpenPacks;
import io.khabar.coder.Pack;
import io.khabar.coder.RecordCoder;
import io.khabar.corpus.CorpusEvidence;
import io.khabar.corpus.CorpusPart;
import io.khabar.model.Duplicate;
import io.khabar.model.Mention;
import io.khabar.model.ParsedPage;
import io.khabar.model.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;

/** The steps of {@link GroupEvents}. */
final class EventFns {
  static final TupleTag<EventFeatures> KEPT = new TupleTag<>() {};
  static final TupleTag<KeyedSketch> SKETCHES = new TupleTag<>() {};
  static final TupleTag<Links> LINKS = new TupleTag<>() {};
  static final TupleTag<EventFate> FATES = new TupleTag<>() {};
  static final TupleTag<EventMeeting> MEETINGS = new TupleTag<>() {};

  private EventFns() {}

  /** Stories to features, packed where they are made: as objects those of a large dump would take as much memory as its pages. */
  static final class FeaturesFn extends DoFn<ParsedPage, KV<Integer, Parcel>> {
    private static final long serialVersionUID = 1L;

    private final int partitions;
    private final PCollectionView<Iterable<CorpusPart>> corpus;
    private transient WordTerms known;
    private transient OpenPacks<EventFeatures> open;

    FeaturesFn(int partitions, PCollectionView<Iterable<CorpusPart>> corpus) {
      this.partitions = partitions;
      this.corpus = corpus;
    }

    @StartBundle
    public void startBundle() {
      open = new OpenPacks<>(RecordCoder.of(EventFeatures.class));
    }

    @ProcessElement
    public void process(ProcessContext context) {
      if (known == null) {
        known = new WordTerms(CorpusEvidence.of(context.sideInput(corpus)).terms());
      }
      ParsedPage page = context.element();
      Map<String, List<Mention>> mentions = new HashMap<>();
      for (Mention mention : page.mentions()) {
        mentions.computeIfAbsent(mention.storyId(), id -> new ArrayList<>()).add(mention);
      }
      for (Story story : page.stories()) {
        EventFeatures features = EventFeatures.of(story, mentions.getOrDefault(story.storyId(), List.of()), known);
        open.add(EventFate.partition(features.node(), partitions), features, (at, pack) -> context.output(KV.of(at, new Parcel(Parcel.What.FEATURES, pack))));
      }
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      open.close((at, pack) -> context.output(KV.of(at, new Parcel(Parcel.What.FEATURES, pack)), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
      open = null;
    }
  }

  /** Features of stories that are kept, and their sketches by key. */
  static final class KeepFn extends DoFn<KV<Integer, Iterable<Parcel>>, EventFeatures> {
    private static final long serialVersionUID = 1L;

    private final int partitions;
    private final PCollectionView<Iterable<CorpusPart>> corpus;
    private transient int rare;

    KeepFn(int partitions, PCollectionView<Iterable<CorpusPart>> corpus) {
      this.partitions = partitions;
      this.corpus = corpus;
    }

    @ProcessElement
    public void process(ProcessContext context, MultiOutputReceiver out) {
      if (rare == 0) {
        long documents = 0;
        for (CorpusPart part : context.sideInput(corpus)) {
          documents += part.documents();
        }
        rare = CandidateKeys.rare(documents);
      }
      List<byte[]> packs = new ArrayList<>();
      Set<String> copies = new HashSet<>();
      for (Parcel parcel : context.element().getValue()) {
        if (parcel.what() == Parcel.What.FEATURES) {
          packs.add(parcel.pack());
        } else {
          Pack.read(parcel.pack(), RecordCoder.of(Duplicate.class), d -> copies.add(d.storyId()));
        }
      }
      for (byte[] pack : packs) {
        Pack.read(
            pack,
            RecordCoder.of(EventFeatures.class),
            features -> {
              if (!copies.contains(features.storyId())) {
                out.get(KEPT).output(features);
                send(features, out);
              }
            });
      }
    }

    private void send(EventFeatures features, MultiOutputReceiver out) {
      EventSketch sketch = EventSketch.of(features);
      TreeMap<Integer, List<Integer>> byPartition = new TreeMap<>();
      for (int key : CandidateKeys.of(features, rare)) {
        byPartition.computeIfAbsent(KeyedSketch.partition(key, partitions), p -> new ArrayList<>(2)).add(key);
      }
      byPartition.forEach((p, keys) -> out.get(SKETCHES).output(new KeyedSketch(keys.stream().mapToInt(k -> k).toArray(), sketch)));
    }
  }

  /** Sketches that met under a key to each story's strongest links among them. */
  static final class CompareFn extends DoFn<KV<Integer, Iterable<byte[]>>, Links> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> partition, MultiOutputReceiver out) {
      EdgeFinder finder = new EdgeFinder();
      for (byte[] pack : partition.getValue()) {
        Pack.read(pack, RecordCoder.of(KeyedSketch.class), finder::add);
      }
      finder.find(out.get(LINKS)::output);
      count("event.crowded_keys", finder.crowded(), out);
    }
  }

  /** What a story's partitions tell of it to its strongest links of all. */
  static final class StrongestFn extends DoFn<KV<Integer, Iterable<byte[]>>, Links> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> partition, MultiOutputReceiver out) {
      TreeMap<Long, Strongest> stories = new TreeMap<>();
      for (byte[] pack : partition.getValue()) {
        Pack.read(
            pack,
            RecordCoder.of(Links.class),
            links -> {
              Strongest mine = stories.computeIfAbsent(links.node(), n -> new Strongest(n, links.day()));
              for (int i = 0; i < links.others().length; i++) {
                mine.offer(links.others()[i], links.values()[i]);
              }
            });
      }
      long capped = 0;
      for (Strongest mine : stories.values()) {
        capped += mine.size() == Strongest.MOST ? 1 : 0;
        out.get(LINKS).output(mine.links());
      }
      count("event.stories_with_most_links", capped, out);
    }
  }

  /** All links to the fates of their stories. */
  static final class ResolveFn extends DoFn<KV<Integer, Iterable<byte[]>>, EventFate> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> all, MultiOutputReceiver out) {
      EventClusterer clusterer = new EventClusterer();
      for (byte[] pack : all.getValue()) {
        Pack.read(pack, RecordCoder.of(Links.class), clusterer::add);
      }
      clusterer.resolve(out.get(FATES)::output);
      count("event.groups_cut_short", clusterer.cutShort(), out);
    }
  }

  private static void count(String name, long value, DoFn.MultiOutputReceiver out) {
    if (value > 0) {
      out.get(GroupEvents.COUNTS).output(KV.of(name, value));
    }
  }

  /** Features and fates to the rows of events of one story, and to meetings for the others. */
  static final class MeetFn extends DoFn<KV<Integer, Iterable<Parcel>>, EventMeeting> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<Parcel>> partition, MultiOutputReceiver out) {
      List<byte[]> packs = new ArrayList<>();
      Map<Long, EventFate> fates = new HashMap<>();
      for (Parcel parcel : partition.getValue()) {
        if (parcel.what() == Parcel.What.FEATURES) {
          packs.add(parcel.pack());
        } else {
          Pack.read(parcel.pack(), RecordCoder.of(EventFate.class), f -> fates.put(f.node(), f));
        }
      }
      for (byte[] pack : packs) {
        Pack.read(
            pack,
            RecordCoder.of(EventFeatures.class),
            features -> {
              EventFate fate = fates.getOrDefault(features.node(), EventFate.alone(features.node()));
              EventMeeting meeting = new EventMeeting(fate, features);
              if (fate.size() > 1) {
                out.get(MEETINGS).output(meeting);
              } else {
                tell(List.of(meeting), out);
              }
            });
      }
    }
  }

  /** Meetings to the rows of events of several stories. */
  static final class TellFn extends DoFn<KV<Integer, Iterable<byte[]>>, io.khabar.model.Event> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> partition, MultiOutputReceiver out) {
      TreeMap<Long, List<EventMeeting>> events = new TreeMap<>();
      for (byte[] pack : partition.getValue()) {
        Pack.read(pack, RecordCoder.of(EventMeeting.class), m -> events.computeIfAbsent(m.fate().anchor(), a -> new ArrayList<>()).add(m));
      }
      events.values().forEach(meetings -> tell(meetings, out));
    }
  }

  private static void tell(List<EventMeeting> meetings, DoFn.MultiOutputReceiver out) {
    EventRow row = new EventRow(meetings);
    out.get(GroupEvents.EVENTS).output(row.event());
    row.members().forEach(out.get(GroupEvents.MEMBERS)::output);
  }
}

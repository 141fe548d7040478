package io.khabar.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.khabar.coder.RecordCoder;
import io.khabar.corpus.CorpusPart;
import io.khabar.model.Duplicate;
import io.khabar.model.DuplicateKind;
import io.khabar.model.Event;
import io.khabar.model.EventMember;
import io.khabar.model.Mention;
import io.khabar.model.ParsedPage;
import io.khabar.model.Story;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;

class GroupEventsTest {
  private static ParsedPage page(String id, String outlet, String title, String text, String published, String happened, String... people) {
    Story story = Stories.story(id, outlet, title, text, Stories.dates(published, happened));
    List<Mention> mentions = Stories.mentions(story, people);
    return new ParsedPage(null, List.of(), List.of(story), List.of(), mentions);
  }

  private static List<ParsedPage> pages() {
    return List.of(
        page("01.0", "أ", Stories.BRIDGE, Stories.BRIDGE_TEXT, "2021-03-03", "2021-03-02", "فارس الدهان"),
        page("02.0", "ب", Stories.BRIDGE_AGAIN, Stories.BRIDGE_AGAIN_TEXT, "2021-03-04", null, "فارس الدهان"),
        page("03.0", "ج", Stories.BRIDGE, Stories.BRIDGE_TEXT, null, "2021-03-09", "فارس الدهان"),
        page("04.0", "أ", Stories.BRIDGE_AGAIN, Stories.BRIDGE_AGAIN_TEXT, "2021-09-03", null, "فارس الدهان"),
        page("05.0", "د", Stories.FAIR, Stories.FAIR_TEXT, null, null, "سلمى القاضي"));
  }

  private static void assertRows(List<ParsedPage> pages, int partitions) {
    Pipeline p = Pipeline.create(PipelineOptionsFactory.fromArgs("--targetParallelism=2", "--stableUniqueNames=ERROR").create());
    p.getCoderRegistry().registerCoderProvider(RecordCoder.provider());
    PCollection<ParsedPage> in = p.apply("Pages", Create.of(pages).withCoder(RecordCoder.of(ParsedPage.class)));
    PCollection<Duplicate> copies =
        p.apply("Copies", Create.of(List.of(new Duplicate("03.0", "01.0", null, DuplicateKind.EXACT, 1, "c"))).withCoder(RecordCoder.of(Duplicate.class)));
    PCollectionView<Iterable<CorpusPart>> corpus =
        p.apply("Corpus", Create.of(new CorpusPart(5, new long[0], new int[0], List.of())).withCoder(RecordCoder.of(CorpusPart.class))).apply("Tell", View.asIterable());
    PCollectionTuple out = in.apply("Group", GroupEvents.with(copies, corpus).withConfig(new EventConfig(partitions)));
    PAssert.that(out.get(GroupEvents.MEMBERS))
        .satisfies(
            rows -> {
              Map<String, EventMember> members = new TreeMap<>();
              rows.forEach(m -> members.put(m.storyId(), m));
              assertEquals(List.of("01.0", "02.0", "04.0", "05.0"), new ArrayList<>(members.keySet()));
              EventMember first = members.get("01.0");
              EventMember second = members.get("02.0");
              assertEquals(first.eventId(), second.eventId());
              assertEquals("2021-03-02", second.eventDate());
              assertEquals("event_date of story 01.0", second.eventDateBasis());
              // the same words half a year later are another event of the storyline
              assertNotEquals(first.eventId(), members.get("04.0").eventId());
              assertEquals(first.storylineId(), members.get("04.0").storylineId());
              assertFalse(first.storylineId() == null);
              assertNull(members.get("04.0").eventDate());
              assertNull(members.get("05.0").storylineId());
              return null;
            });
    PAssert.that(out.get(GroupEvents.EVENTS))
        .satisfies(
            rows -> {
              List<Event> events = new ArrayList<>();
              rows.forEach(events::add);
              assertEquals(3, events.size());
              Event bridge = events.stream().filter(e -> e.storyIds().contains("01.0")).findFirst().orElseThrow();
              assertEquals(List.of("01.0", "02.0"), bridge.storyIds());
              assertEquals(2, bridge.outletCount());
              assertEquals("2021-03-02", bridge.eventDate());
              return null;
            });
    p.run().waitUntilFinish();
  }

  @Test
  void copiesTakeNoPartAndEveryKeptStoryHasARow() {
    assertRows(pages(), 8);
  }

  @Test
  void orderAndPartitionsDoNotMatter() {
    List<ParsedPage> backwards = new ArrayList<>(pages());
    Collections.reverse(backwards);
    assertRows(backwards, 3);
  }
}

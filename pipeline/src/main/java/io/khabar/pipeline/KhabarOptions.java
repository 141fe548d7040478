package io.khabar.pipeline;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** The options of {@code khabar run}. They stop at the door: {@link KhabarConfig} is what the pipeline gets. */
public interface KhabarOptions extends PipelineOptions {
  @Description("What to read: files, folders (read recursively) or globs, parted by commas. Example: --input=dump/2024,extra/*.jsonl.gz")
  String getInput();

  void setInput(String value);

  @Description("The folder to write the datasets to. Example: --output=out/2024-06-26")
  String getOutput();

  void setOutput(String value);

  @Description("Replace the earlier run that the output folder holds. Example: --overwrite")
  @Default.Boolean(false)
  boolean isOverwrite();

  void setOverwrite(boolean value);

  @Description("The formats to write, parted by commas. Example: --formats=parquet")
  @Default.String("parquet,jsonl")
  String getFormats();

  void setFormats(String value);

  @Description("Whether documents carry the page text as found. Example: --documentText=false")
  @Default.Boolean(true)
  boolean isDocumentText();

  void setDocumentText(boolean value);

  @Description("Which JSON or CSV fields mean what, ours:theirs, parted by commas. Example: --jsonFields=text:content,outlet:source")
  String getJsonFields();

  void setJsonFields(String value);

  @Description("The day that counts as today, YYYY-MM-DD: no publication date lies after it. Example: --asOf=2024-07-01")
  String getAsOf();

  void setAsOf(String value);

  @Description("The languages of stories to keep, parted by commas; the others are counted as excluded. Example: --languages=ar,fa")
  @Default.String("ar")
  String getLanguages();

  void setLanguages(String value);

  @Description("A folder of rule files like ours (cues/, outlets/, corpus/, agencies.tsv): their rows stand beside ours, or in place of those with the same key. Example: --rules=my-rules")
  String getRules();

  void setRules(String value);

  @Description("Gazetteer files that add to or override ours, parted by commas. Example: --gazetteer=people.tsv")
  String getGazetteer();

  void setGazetteer(String value);

  @Description("Which of several copies stays: earliest, longest, or outlet: and outlets, the dearest first. Example: --keep=outlet:واس,وام")
  @Default.String("earliest")
  String getKeep();

  void setKeep(String value);

  @Description("Which of several versions of one URL stays: latest, first or all. Example: --updates=first")
  @Default.String("latest")
  String getUpdates();

  void setUpdates(String value);

  @Description("Folders of earlier runs, or globs, parted by commas: copies of what they kept are duplicates. Example: --baseline=out/2024-06-24,out/2024-06-25")
  String getBaseline();

  void setBaseline(String value);

  @Description("The largest record that is read, in bytes; a larger one is a reject. Example: --maxRecordBytes=33554432")
  @Default.Integer(16 << 20)
  int getMaxRecordBytes();

  void setMaxRecordBytes(int value);

  @Description("The share of records that may be rejected before the run fails its gate (exit code 3); from 100 records up. Example: --maxRejectRate=0.01")
  @Default.Double(0.05)
  double getMaxRejectRate();

  void setMaxRejectRate(double value);

  @Description("How many files the large datasets have; 0 lets the size of the input decide. Example: --partitions=16")
  @Default.Integer(0)
  int getPartitions();

  void setPartitions(int value);

  @Description("How many workers share the work on this machine; 0 takes every core. Example: --workers=4")
  @Default.Integer(0)
  int getWorkers();

  void setWorkers(int value);

  @Description("Whether the Direct runner checks that no stage changes or miscodes a record; slow, for tests. Example: --enforce")
  @Default.Boolean(false)
  boolean isEnforce();

  void setEnforce(boolean value);
}

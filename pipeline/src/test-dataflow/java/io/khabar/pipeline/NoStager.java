package io.khabar.pipeline;

import com.google.api.services.dataflow.model.DataflowPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.runners.dataflow.util.PackageUtil.StagedFile;
import org.apache.beam.runners.dataflow.util.Stager;
import org.apache.beam.sdk.options.PipelineOptions;

/** Says where files would lie and moves none; what was made for the job is kept. */
public final class NoStager implements Stager {
  static final Map<String, byte[]> MADE = new TreeMap<>();

  /** Beam makes it through this. */
  public static NoStager fromOptions(PipelineOptions options) {
    return new NoStager();
  }

  @Override
  public List<DataflowPackage> stageFiles(List<StagedFile> files) {
    List<DataflowPackage> packages = new ArrayList<>();
    for (StagedFile file : files) {
      packages.add(new DataflowPackage().setName(file.getDestination()).setLocation("gs://bucket/staging/" + file.getDestination()));
    }
    return packages;
  }

  @Override
  public DataflowPackage stageToFile(byte[] bytes, String name) {
    MADE.put(name, bytes);
    return new DataflowPackage().setName(name).setLocation("gs://bucket/staging/" + name);
  }
}

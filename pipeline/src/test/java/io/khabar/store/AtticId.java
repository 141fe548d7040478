package io.khabar.store;

import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** A key of the {@link AtticFileSystem}. */
record AtticId(String uri) implements ResourceId {
  private static final long serialVersionUID = 1L;

  @Override
  public ResourceId resolve(String other, ResolveOptions options) {
    boolean folder = options == ResolveOptions.StandardResolveOptions.RESOLVE_DIRECTORY;
    return new AtticId(getCurrentDirectory() + other + (folder && !other.endsWith("/") ? "/" : ""));
  }

  @Override
  public ResourceId getCurrentDirectory() {
    return isDirectory() ? this : new AtticId(uri.substring(0, uri.lastIndexOf('/') + 1));
  }

  @Override
  public String getScheme() {
    return AtticFileSystem.SCHEME;
  }

  @Override
  public String getFilename() {
    return isDirectory() ? null : uri.substring(uri.lastIndexOf('/') + 1);
  }

  @Override
  public boolean isDirectory() {
    return uri.endsWith("/");
  }

  @Override
  public String toString() {
    return uri;
  }
}

package io.khabar.read;

import java.io.Serializable;

/**
 * A file of the input.
 *
 * @param uri the file as it was named to us, verbatim: what was given plus, for a folder, the way down from it
 * @param path the same below the input root, parted by {@code /}; ids of records are made from it, so that they do not depend on where the dump lies
 * @param bytes its length
 */
public record InputFile(String uri, String path, long bytes) implements Serializable {}

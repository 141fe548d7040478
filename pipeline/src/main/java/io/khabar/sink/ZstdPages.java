package io.khabar.sink;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Parquet's page codec straight over zstd. Parquet's own factory goes through Hadoop's codecs and configuration, which costs a small run more than all its
 * pages; the bytes are the same format.
 */
final class ZstdPages implements CompressionCodecFactory {
  private static final int LEVEL = 3;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    if (codec == CompressionCodecName.UNCOMPRESSED) {
      return new Compressor(codec, false);
    }
    requireZstd(codec);
    return new Compressor(codec, true);
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    requireZstd(codec);
    return new Decompressor();
  }

  private static void requireZstd(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("only zstd is written here, not " + codec);
    }
  }

  @Override
  public void release() {}

  private record Compressor(CompressionCodecName codec, boolean zstd) implements BytesInputCompressor {
    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      return zstd ? BytesInput.from(Zstd.compress(bytes.toByteArray(), LEVEL)) : bytes;
    }

    @Override
    public CompressionCodecName getCodecName() {
      return codec;
    }

    @Override
    public void release() {}
  }

  private record Decompressor() implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(Zstd.decompress(bytes.toByteArray(), size));
    }

    @Override
    public void decompress(ByteBuffer in, int compressedSize, ByteBuffer out, int size) throws IOException {
      byte[] packed = new byte[compressedSize];
      in.get(packed);
      out.put(Zstd.decompress(packed, size));
    }

    @Override
    public void release() {}
  }
}

package io.khabar.decode;

/**
 * Bytes as text.
 *
 * @param text the chars, without byte order mark
 * @param charset the IANA name of what decoded them
 * @param confidence 0..1
 */
record Decoded(String text, String charset, double confidence) {}

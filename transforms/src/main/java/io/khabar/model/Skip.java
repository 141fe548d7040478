package io.khabar.model;

/** Something in the input that no reader is for (README.md, a WARC's request record): counted, no reject. */
public record Skip(String sourceUri, long recordOffset, String reason) {}

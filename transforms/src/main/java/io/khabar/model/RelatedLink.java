package io.khabar.model;

/** A link to another story that a page prints; {@code url} is null on plain text. */
public record RelatedLink(String title, String url) {}

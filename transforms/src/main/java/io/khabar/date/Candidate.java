package io.khabar.date;

import java.time.LocalDate;

/** A day that one source gives for a story. */
record Candidate(LocalDate day, FoundDate found, Trust trust) {}

package io.khabar.event;

/** A story and what was decided of it, on the way to its event. */
record EventMeeting(EventFate fate, EventFeatures features) {}

/**
 * Which stories tell the same event, and which events belong to one storyline. Input: parsed pages, the ids of stories that are not kept, how common terms are.
 * Output: {@link io.khabar.model.Event} for every event, {@link io.khabar.model.EventMember} for every kept story, alone or not.
 *
 * <p><b>How.</b> A story becomes its heaviest terms and entities and its days. Stories meet under keys: a rare term, two common ones, two entities; a key that
 * thousands share is compared along its days. Every pair that meets is compared; of what is alike enough each story keeps its 48 strongest
 * links. All links meet in one place, where average link makes events of stories and storylines of events. Stories that print one text weigh as one, however many they are.
 *
 * <p><b>Guaranteed:</b> the same rows whatever the order and parallelism; every kept story is in exactly one event; no event date but one that a story of the
 * event settles by itself; ids are hashes of the member with the smallest hash. <b>Not guaranteed:</b> that two stories of an event share a key; that an event
 * keeps its id when the set of its stories changes (it does unless the new one has the smallest hash).
 *
 * <p><b>Cost:</b> linear in stories: a kilobyte of terms twice and some ten sketches of 300 bytes cross shuffles, never text but titles. In the
 * one place 40 bytes a link: a million stories of news take some 200 MB there, and never more than 2 GB.
 */
package io.khabar.event;

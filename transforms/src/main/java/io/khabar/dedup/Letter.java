package io.khabar.dedup;

/**
 * A node's signature on its way to the nodes it is to be compared with. It travels once to each partition that holds some of them, however many, so that an
 * anchor of a crowded bucket costs no more than another node.
 *
 * @param side the node that travels
 * @param hosts the nodes it visits there, each as two numbers
 * @param updates beside the hosts, 1 where the two are versions of one URL
 */
record Letter(NodeSignature side, long[] hosts, byte[] updates) {}

package org.portfolioledger.verifier;

/**
 * A checkpoint that the auditor holds, and with which the tree of a bundle must begin.
 *
 * @param name where he holds it, for sentences
 */
record HeldCheckpoint(String name, LogCheckpoint checkpoint) {

    static HeldCheckpoint read(String file) throws UnreadableInput {
        return new HeldCheckpoint(
                "the checkpoint in " + file,
                InputFile.parse(file, "a checkpoint", Note.LONGEST, bytes -> LogCheckpoint.of(Note.parse(bytes))));
    }
}

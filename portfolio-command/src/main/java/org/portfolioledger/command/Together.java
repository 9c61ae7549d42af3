package org.portfolioledger.command;

import java.util.List;

/**
 * Several commands that are recorded together or not at all: each is decided upon what those before it record.
 *
 * @param first the one that was sent; it is addressed to the stream that decides
 * @param others what came with it, in order
 */
public record Together(Command first, List<Addressed> others) implements Command {

    /**
     * A command with its address.
     *
     * @param stream to which it is addressed
     */
    public record Addressed(String stream, Command command) {}
}

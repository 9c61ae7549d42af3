package org.portfolioledger.command;

import java.util.List;

/**
 * A command and others that came within it, recorded together or not at all: each is decided upon what those before it
 * record, and the whole upon all of them.
 *
 * @param whole the one that was sent; it is addressed to the stream that decides
 * @param parts what it contained, in order
 */
public record Together(Command whole, List<Addressed> parts) implements Command {

    /**
     * A command with its address.
     *
     * @param stream to which it is addressed
     */
    public record Addressed(String stream, Command command) {}
}

package org.portfolioledger.standalone;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.portfolioledger.http.RefusedToStart;

/** Refuses a start on a data folder that another running Portfolio Ledger holds; the message tells what to do. */
final class DataFolderInUse extends RefusedToStart {

    DataFolderInUse(final Path folder, final OptionalLong holder) {
        super("Another Portfolio Ledger%s is running on %s: stop it, or choose another folder with --data=DIR."
                .formatted(holder.isPresent() ? " (process " + holder.getAsLong() + ")" : "", folder));
    }
}

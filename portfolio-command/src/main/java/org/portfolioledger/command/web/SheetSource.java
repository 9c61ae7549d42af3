package org.portfolioledger.command.web;

import java.io.IOException;
import java.util.List;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.command.sheet.MappingInUse;
import org.portfolioledger.command.sheet.RowLine;
import org.portfolioledger.command.sheet.RowLine.RowCommand;
import org.portfolioledger.command.sheet.RowLine.RowFault;
import org.portfolioledger.command.sheet.SheetFile;
import org.portfolioledger.command.sheet.SheetOptions;
import org.portfolioledger.command.sheet.SheetReading;
import org.portfolioledger.http.JsonText;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.Ledger;

/** The rows of a spreadsheet as lines of an import. */
final class SheetSource implements ImportSource {

    /** Of a command, for the size of a group: more than most have. */
    private static final int USUAL_LENGTH = 512;

    private final SheetFile file;
    private final SheetReading reading;
    private final JsonText text = new JsonText();

    private SheetSource(SheetFile file, SheetReading reading) {
        this.file = file;
        this.reading = reading;
    }

    /** Begins to read a file, which ends with it. */
    static SheetSource of(SheetFile file, MappingInUse mapping, SheetOptions options, Ledger ledger, FactReader reader)
            throws IOException {
        try {
            return new SheetSource(file, SheetReading.begin(file, mapping, options, ledger, reader));
        } catch (IOException | RuntimeException fault) {
            file.close();
            throw fault;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reading.close();
        } finally {
            file.close();
        }
    }

    @Override
    public boolean hasArrived() {
        return true;
    }

    @Override
    public List<Sent> next() throws IOException {
        return reading.next().stream().map(this::sent).toList();
    }

    private Sent sent(RowLine line) {
        return switch (line) {
            case RowCommand command -> clean(command);
            case RowFault fault -> new Unreadable(fault.line(), 0, null, fault.problem(), fault.columns());
        };
    }

    /** Texts of cells are kept as those of every body are. */
    private Sent clean(RowCommand command) {
        try {
            return new Command(
                    command.line(),
                    USUAL_LENGTH,
                    command.key(),
                    command.post(),
                    text.clean(command.body()),
                    command.columns());
        } catch (Problem problem) {
            List<String> columns = ImportRun.columns(command.columns(), problem.errors());
            return new Unreadable(command.line(), 0, command.key(), problem, columns);
        }
    }
}

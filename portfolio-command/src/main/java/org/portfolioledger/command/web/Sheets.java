package org.portfolioledger.command.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.portfolioledger.command.axon.FactReader;
import org.portfolioledger.command.sheet.MappingInUse;
import org.portfolioledger.command.sheet.SheetFile;
import org.portfolioledger.command.sheet.SheetOptions;
import org.portfolioledger.command.sheet.SheetProblem;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.Problem;
import org.portfolioledger.ledger.Ledger;
import org.portfolioledger.ledger.LedgerClock;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.MappingState;

/** Takes spreadsheets: their rows become commands by a mapping on record, and go the way of every import. */
final class Sheets {

    private final Imports imports;
    private final Ledger ledger;
    private final LedgerClock clock;
    private final FactReader reader;

    Sheets(Imports imports, Ledger ledger, FactReader reader) {
        this.imports = imports;
        this.ledger = ledger;
        this.clock = new LedgerClock(ledger);
        this.reader = reader;
    }

    /**
     * How a spreadsheet is imported.
     *
     * @param mapping id
     */
    record SheetRequest(
            String mapping, SheetFile.Form form, SheetOptions options, boolean dry, Imports.OnError onError) {}

    Imports.Report take(InputStream sent, SheetRequest request, Actor actor, Imports.Watch watch) throws IOException {
        MappingInUse mapping = mapping(request.mapping());
        return imports.take(
                () -> SheetSource.of(SheetFile.take(sent, request.form()), mapping, request.options(), ledger, reader),
                actor,
                request.dry(),
                request.onError(),
                watch);
    }

    private MappingInUse mapping(String id) {
        LocalDate today = LocalDate.ofInstant(clock.now(), CommandReader.OFFICE);
        MappingState state = CommandReader.isId(id) ? state(id, today).orElse(null) : null;
        if (state == null)
            throw Problem.of(
                    HttpProblem.UNKNOWN_NAME,
                    "No mapping %s is on record today. Define it at /api/v1/mappings first".formatted(id),
                    List.of(Problem.At.parameter("mapping", "is not on record")));
        if (state.closure() != null)
            throw Problem.of(
                    SheetProblem.MAPPING_NOT_IN_USE,
                    "The mapping %s is withdrawn from %s on"
                            .formatted(state.mapping(), state.closure().since()));
        return new MappingInUse(state.mapping(), state.register(), state.inUse().value());
    }

    private Optional<MappingState> state(String id, LocalDate today) {
        return ledger.spelling(Kinds.MAPPING.stream(id))
                .flatMap(stream -> Kinds.MAPPING
                        .history(reader.read(ledger.stream(stream)))
                        .timeline()
                        .on(today));
    }
}

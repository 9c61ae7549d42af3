package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.MappingFact;
import org.portfolioledger.events.MappingFact.ImportMappingDefined;
import org.portfolioledger.events.MappingFact.ImportMappingRedefined;
import org.portfolioledger.events.MappingFact.ImportMappingWithdrawn;
import org.portfolioledger.events.MappingFact.MappedColumn;
import org.portfolioledger.events.MappingFact.MappedCommand;
import org.portfolioledger.events.MappingFact.MappedField;
import org.portfolioledger.events.MappingFact.RowRecognition;

/**
 * A mapping of spreadsheets to commands.
 *
 * @param versions by number; the last is the one in use
 * @param closure why it was withdrawn; null: it is in use
 */
@RecordBuilder
public record MappingState(
        @JsonProperty("id") String mapping,
        String register,
        Grounded<String> name,
        SortedMap<Integer, Grounded<MappingVersion>> versions,
        @Nullable Grounded<MappingWithdrawal> closure)
        implements MappingStateBuilder.With, Closable, Referring {

    /**
     * A version of a mapping.
     *
     * @param portfolio whose initiatives the rows are about; null: all initiatives of the register
     * @param snapshot name of the column with the date for which a row holds; null: the import states it
     * @param recognition by what a row's initiative is recognised; null: rows are about no initiative
     * @param reason why it took the place of the version before; null: it is the first
     */
    public record MappingVersion(
            @Nullable String portfolio,
            @Nullable String snapshot,
            List<MappedColumn> columns,
            @Nullable RowRecognition recognition,
            List<MappedField> common,
            List<MappedCommand> commands,
            @Nullable String reason) {}

    /** How a mapping ended. */
    public record MappingWithdrawal(String reason) {}

    static MappingState defined(ImportMappingDefined defined, Grounds grounds) {
        return new MappingState(
                        defined.mapping(), defined.register(), grounds.ground(defined.name()), new TreeMap<>(), null)
                .with(1, grounds.ground(version(defined)));
    }

    MappingState evolve(MappingFact fact, Grounds grounds) {
        return switch (fact) {
            case ImportMappingDefined again ->
                withName(grounds.ground(again.name())).with(1, grounds.ground(version(again)));
            case ImportMappingRedefined redefined -> with(redefined.version(), grounds.ground(version(redefined)));
            case ImportMappingWithdrawn withdrawn ->
                withClosure(grounds.ground(new MappingWithdrawal(withdrawn.reason())));
        };
    }

    /** The version in use. */
    public Grounded<MappingVersion> inUse() {
        return Objects.requireNonNull(versions.get(versions.lastKey()));
    }

    @Override
    public List<Reference> references() {
        return versions.values().stream()
                .flatMap(version ->
                        Reference.toMaybe(Kinds.PORTFOLIO, version.value().portfolio(), version).stream())
                .toList();
    }

    private MappingState with(int number, Grounded<MappingVersion> version) {
        return withVersions(Copies.with(versions, number, version));
    }

    private static MappingVersion version(ImportMappingDefined defined) {
        return new MappingVersion(
                defined.portfolio(),
                defined.snapshot(),
                defined.columns(),
                defined.recognition(),
                defined.common(),
                defined.commands(),
                null);
    }

    private static MappingVersion version(ImportMappingRedefined redefined) {
        return new MappingVersion(
                redefined.portfolio(),
                redefined.snapshot(),
                redefined.columns(),
                redefined.recognition(),
                redefined.common(),
                redefined.commands(),
                redefined.reason());
    }
}

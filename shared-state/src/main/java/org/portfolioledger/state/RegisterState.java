package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.events.RegisterFact.DataStandardDefined;
import org.portfolioledger.events.RegisterFact.RegisterOpened;
import org.portfolioledger.events.RegisterFact.RegisterWentLive;

/**
 * A register: the record of one organisation.
 *
 * @param live null while the register migrates, and of one that was opened live
 * @param dataStandard the tables in force, by which the data of its initiatives is judged; null: none were defined
 */
@RecordBuilder
public record RegisterState(
        @JsonProperty("id") String register,
        Grounded<String> name,
        @Nullable Grounded<Boolean> live,
        @Nullable Grounded<DataStandard> dataStandard)
        implements RegisterStateBuilder.With {

    /** The tables of a data standard. */
    public record DataStandard(int version, String title, List<DataEntityTable> entities) {

        private static DataStandard of(DataStandardDefined defined) {
            return new DataStandard(defined.version(), defined.title(), defined.entities());
        }
    }

    static RegisterState opened(RegisterOpened opened, Grounds grounds) {
        return new RegisterState(opened.register(), grounds.ground(opened.name()), null, null);
    }

    RegisterState evolve(RegisterFact fact, Grounds grounds) {
        return switch (fact) {
            case RegisterOpened opened -> withName(grounds.ground(opened.name()));
            case RegisterWentLive _ -> withLive(grounds.ground(true));
            case DataStandardDefined defined -> withDataStandard(grounds.ground(DataStandard.of(defined)));
        };
    }
}

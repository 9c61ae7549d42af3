package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.compares;
import static org.portfolioledger.journey.EveryRead.known;
import static org.portfolioledger.journey.EveryRead.stays;
import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about dependencies, what changed, who did it, the event catalogue, and the rows. */
final class ReadsOfTheRest {

    static final List<EveryRead.Line> LINES = List.of(
            travels(
                    "/dependencies",
                    "/dependencies" + EveryRead.R,
                    "/items/*/id",
                    "DEP-T",
                    "DEP-T | DEP-V",
                    "DEP-T | DEP-W",
                    "DEP-T | DEP-V | DEP-W"),
            travels(
                    "/dependencies/{dependency}",
                    "/dependencies/DEP-T",
                    "/promisedFor/value",
                    "2020-10-01",
                    "2020-11-01",
                    "2021-01-01",
                    "2020-12-01"),
            compares("from=%1$s@%3$s&to=%2$s@%3$s", "New homes > Affordable homes"),
            compares("from=%1$s@%4$s&to=%2$s@%4$s", "Council homes > Social homes"),
            compares("from=%1$s@%3$s&to=%1$s@%4$s", "New homes > Council homes"),
            compares("from=%2$s@%3$s&to=%2$s@%4$s", "Affordable homes > Social homes"),
            compares("from=%1$s@%3$s&to=%1$s@%3$s", ""),
            known(
                    "/audit/facts",
                    "/audit/facts" + EveryRead.R + "&stream=initiative-PG-T",
                    "/items/*/type",
                    "initiative-opened | initiative-renamed",
                    "initiative-opened | initiative-renamed | initiative-renamed | corrected",
                    "It lists facts, whatever their days."),
            stays(
                    "/audit/row-verifications",
                    "/audit/row-verifications",
                    "/items/0",
                    "",
                    "What a process remembers of its work."),
            stays(
                    "/audit/row-verifications/{number}",
                    "/audit/row-verifications/1",
                    "/state",
                    "404 not-found",
                    "What a process remembers of its work."),
            known(
                    "/facts/{position}",
                    "/facts/<renamed>",
                    "/inForce/fact/name",
                    "Affordable homes",
                    "Social homes",
                    "A fact was recorded once; what stands in its place depends on what is known."),
            known(
                    "/facts/{position}",
                    "/facts/<renamedCorrected>",
                    "/fact/type",
                    "404 not-known-then",
                    "corrected",
                    "It was recorded later."),
            stays(
                    "/access-audit",
                    "/access-audit",
                    "/items/0",
                    "403 not-allowed",
                    "It is recorded beside the ledger, and not for readers."),
            stays("/alerts", "/alerts", "/items/0/alert", "NO_SRO", "The rules are of the program, not of the ledger."),
            stays(
                    "/event-types",
                    "/event-types",
                    "/items/0/type",
                    "register-opened",
                    "The catalogue is of the program, not of the ledger."),
            stays(
                    "/event-types/{type}/{revision}",
                    "/event-types/initiative-renamed/1",
                    "/properties/name/type",
                    "string",
                    "The contract of a revision is the same for ever."),
            stays("/rows", "/rows", "/kept", "true", "Rows have no history: they are what is answered from."),
            stays("/rows/blocked", "/rows/blocked", "/items/0", "", "As an operator finds it now."),
            stays("/rows/generations", "/rows/generations", "/items/0/state", "LIVE", "As an operator finds it now."),
            stays(
                    "/rows/generations/{number}",
                    "/rows/generations/1",
                    "/state",
                    "LIVE",
                    "As an operator finds it now."));

    private ReadsOfTheRest() {}
}

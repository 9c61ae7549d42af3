package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.known;
import static org.portfolioledger.journey.EveryRead.stays;
import static org.portfolioledger.journey.EveryRead.travels;

import java.util.List;

/** The lines of the table of reads about registers, people, portfolios, initiatives, and who is accountable for them and how they go. */
final class ReadsOfInitiatives {

    static final List<EveryRead.Line> LINES = List.of(
            travels(
                    "/registers",
                    "/registers" + EveryRead.R,
                    "/items/*/name/value",
                    "Travel Council",
                    "Travel Council",
                    "Travel Borough",
                    "Travel Borough"),
            travels(
                    "/registers/{register}",
                    "/registers/TRAVEL",
                    "/name/value",
                    "Travel Council",
                    "Travel Council",
                    "Travel Borough",
                    "Travel Borough"),
            stays(
                    "/people",
                    "/people",
                    "/items/0/id",
                    "p-assurance",
                    "The directory holds who is to be reached today."),
            stays(
                    "/people/{id}",
                    "/people/p-sro1",
                    "/name",
                    "Name of p-sro1",
                    "An erased person is erased at every date: no read may bring the name back."),
            travels(
                    "/portfolios",
                    "/portfolios" + EveryRead.R,
                    "/items/*/businessGroups/BG/value",
                    "Homes",
                    "Housing",
                    "Dwellings",
                    "Homes and streets"),
            travels(
                    "/portfolios/{portfolio}",
                    "/portfolios/PF-T",
                    "/businessGroups/BG/value",
                    "Homes",
                    "Housing",
                    "Dwellings",
                    "Homes and streets"),
            travels(
                    "/portfolios/{portfolio}/rating-schemes",
                    "/portfolios/PF-T/rating-schemes",
                    "/items/*/id",
                    "RAG:1",
                    "RAG:1 | RAG:2",
                    "RAG:1 | RAG:3",
                    "RAG:1 | RAG:2 | RAG:3"),
            travels(
                    "/portfolios/{portfolio}/rating-schemes/{scheme}",
                    "/portfolios/PF-T/rating-schemes/RAG:2",
                    "/ratings/0/definition",
                    "404 not-in-effect-then",
                    "on target",
                    "404 not-in-effect-then",
                    "on track"),
            travels(
                    "/portfolios/{portfolio}/rating-schemes/{scheme}",
                    "/portfolios/PF-T/rating-schemes/RAG:3",
                    "/ratings/0/definition",
                    "404 not-known-then",
                    "404 not-known-then",
                    "on target",
                    "on target"),
            travels(
                    "/portfolios/{portfolio}/status",
                    "/portfolios/PF-T/status",
                    "/items/*/name/value",
                    "New homes | Depot | Roads",
                    "Affordable homes | Depot | Roads",
                    "Council homes | Depot | Roads",
                    "Social homes | Depot | Roads"),
            travels(
                    "/portfolios/{portfolio}/status",
                    "/portfolios/PF-T/status",
                    "/items/0/sro/value/holder/person",
                    "p-sro1",
                    "p-sro2",
                    "p-sro1",
                    "p-assurance"),
            travels(
                    "/portfolios/{portfolio}/status",
                    "/portfolios/PF-T/status",
                    "/items/0/ratings/*/value/rating",
                    "GREEN",
                    "AMBER_GREEN",
                    "AMBER",
                    "RED"),
            travels(
                    "/portfolios/{portfolio}/status",
                    "/portfolios/PF-T/status",
                    "/countsByRating/0/ratings/*/rating",
                    "GREEN",
                    "AMBER_GREEN",
                    "AMBER",
                    "RED"),
            travels(
                    "/portfolios/{portfolio}/status",
                    "/portfolios/PF-T/status",
                    "/countsByRating/0/ratings/0/count",
                    "1",
                    "1",
                    "1",
                    "1"),
            travels(
                    "/portfolios/{portfolio}/status",
                    "/portfolios/PF-T/status",
                    "/items/1/businessCase/lastOutcome/value/outcome",
                    "DEFERRED",
                    "APPROVED",
                    "NOTED",
                    "APPROVED_IN_PRINCIPLE"),
            travels(
                    "/portfolios/{portfolio}/rag-assessments",
                    "/portfolios/PF-T/rag-assessments?sort=-initiative",
                    "/items/*/rating",
                    "GREEN",
                    "AMBER_GREEN",
                    "AMBER",
                    "RED"),
            travels(
                    "/portfolios/{portfolio}/rag-assessments",
                    "/portfolios/PF-T/rag-assessments?rating=RED",
                    "/items/*/initiative",
                    "",
                    "",
                    "",
                    "PG-T"),
            travels(
                    "/portfolios/{portfolio}/appointments",
                    "/portfolios/PF-T/appointments?role=SRO",
                    "/items/*/holder/person",
                    "p-sro1 | p-sro1",
                    "p-sro2 | p-sro1",
                    "p-sro1 | p-sro1",
                    "p-assurance | p-sro1"),
            travels(
                    "/portfolios/{portfolio}/decisions",
                    "/portfolios/PF-T/decisions",
                    "/items/*/outcome",
                    "DEFERRED",
                    "DEFERRED | APPROVED",
                    "DEFERRED | NOTED",
                    "DEFERRED | NOTED | APPROVED_IN_PRINCIPLE"),
            travels(
                    "/portfolios/{portfolio}/business-cases",
                    "/portfolios/PF-T/business-cases",
                    "/items/*/outcomes/*/value/outcome",
                    "DEFERRED",
                    "DEFERRED | APPROVED",
                    "DEFERRED | NOTED",
                    "DEFERRED | NOTED | APPROVED_IN_PRINCIPLE"),
            travels(
                    "/portfolios/{portfolio}/dependencies",
                    "/portfolios/PF-T/dependencies",
                    "/items/*/promisedFor/value",
                    "2020-10-01",
                    "2020-11-01",
                    "2021-01-01",
                    "2020-12-01"),
            travels(
                    "/initiatives",
                    "/initiatives" + EveryRead.R + "&level=PROGRAMME",
                    "/items/*/name/value",
                    "New homes",
                    "Affordable homes",
                    "Council homes",
                    "Social homes"),
            travels("/initiatives", "/initiatives" + EveryRead.R + "&name=afford", "/items/*/id", "", "PG-T", "", ""),
            travels(
                    "/initiatives/{initiative}",
                    "/initiatives/PG-T",
                    "/name/value",
                    "New homes",
                    "Affordable homes",
                    "Council homes",
                    "Social homes"),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PG-T/history",
                    "/items/*/type",
                    "initiative-opened | role-appointed | rag-assessed"
                            + " | initiative-renamed | role-appointed | rag-assessed",
                    "initiative-opened | role-appointed | rag-assessed"
                            + " | initiative-renamed | role-appointed | rag-assessed"
                            + " | initiative-renamed | role-appointed | rag-assessed"
                            + " | corrected | corrected | corrected",
                    "It tells all days."),
            known(
                    "/initiatives/{initiative}/timeline",
                    "/initiatives/PG-T/timeline?kind=initiative",
                    "/items/*/initiative/name/value",
                    "New homes | Affordable homes",
                    "New homes | Council homes | Social homes",
                    "It has a segment for every range of days."),
            travels(
                    "/initiatives/{initiative}/downstream",
                    "/initiatives/PJ-T/downstream",
                    "/items/*/path/0/dependency",
                    "DEP-T",
                    "DEP-T | DEP-T",
                    "DEP-T | DEP-W",
                    "DEP-T | DEP-T | DEP-W"),
            travels(
                    "/initiatives/{initiative}/appointments",
                    "/initiatives/PG-T/appointments",
                    "/items/*/holder/person",
                    "p-sro1",
                    "p-sro2",
                    "p-sro1 | p-secretary",
                    "p-assurance | p-secretary"),
            travels(
                    "/initiatives/{initiative}/appointments/{appointment}",
                    "/initiatives/PG-T/appointments/SRO-2",
                    "/holder/person",
                    "404 not-in-effect-then",
                    "p-sro2",
                    "404 not-in-effect-then",
                    "p-assurance"),
            travels(
                    "/initiatives/{initiative}/rag-assessments",
                    "/initiatives/PG-T/rag-assessments",
                    "/items/*/rating",
                    "GREEN",
                    "AMBER_GREEN",
                    "AMBER",
                    "RED"),
            travels(
                    "/initiatives/{initiative}/rag-assessments/{rating}",
                    "/initiatives/PG-T/rag-assessments/OVERALL:PORTFOLIO_OFFICE",
                    "/rating",
                    "GREEN",
                    "AMBER_GREEN",
                    "AMBER",
                    "RED"));

    private ReadsOfInitiatives() {}
}

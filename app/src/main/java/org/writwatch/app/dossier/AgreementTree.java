package org.writwatch.app.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Agreement;
import org.writwatch.agreements.AgreementStatus;
import org.writwatch.agreements.memo.Duty;
import org.writwatch.agreements.memo.Memorandum;
import org.writwatch.law.StateMandate;
import org.writwatch.papers.page.DossierContent;
import org.writwatch.papers.page.Layer;

/** {@code agreement.json}: who polices the place, their agreements with proof, memoranda held, and what state law adds. */
public final class AgreementTree {
    private AgreementTree() {}

    public static Map<String, Object> of(DossierContent content) {
        Map<String, Object> tree = Trees.map();
        tree.put("schema", "writwatch/agreement/1");
        tree.put("place", Trees.place(content.place()));
        tree.put("as_of", content.asOf());
        List<Object> reaches = new ArrayList<>();
        for (Layer layer : content.layers()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("reach", lower(layer.reach()));
            one.put("verdict", lower(layer.verdict()));
            one.put("doubt", layer.doubt().map(Trees::phrase).orElse(null));
            one.put(
                    "agencies",
                    layer.policing().stream().map(AgreementTree::policing).toList());
            reaches.add(one);
        }
        tree.put("layers", reaches);
        tree.put(
                "state_law",
                content.mandates().stream().map(AgreementTree::mandate).toList());
        tree.put(
                "memoranda",
                content.memoranda().stream().map(AgreementTree::memorandum).toList());
        return tree;
    }

    private static Map<String, Object> policing(Layer.Policing policing) {
        Map<String, Object> tree = Trees.map();
        tree.put("agency", Trees.agency(policing.agency()));
        tree.put(
                "agreements",
                policing.agreements().stream().map(AgreementTree::agreement).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> agreement(Agreement agreement) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("agreement_id", agreement.id());
        tree.put("model", agreement.model().name());
        tree.put("signed", Trees.text(agreement.signed()));
        tree.put("status", status(agreement.status()));
        tree.put("first_listed", agreement.firstListed());
        tree.put("last_listed", agreement.lastListed());
        tree.put("first_absent", Trees.text(agreement.firstAbsent()));
        tree.put("memo_url", Trees.text(agreement.memoUrl()));
        tree.put("proof", Trees.sources(agreement.proof()));
        return tree;
    }

    private static Map<String, Object> status(AgreementStatus status) {
        Map<String, Object> tree = Trees.map();
        if (status instanceof AgreementStatus.Active active) {
            tree.put("kind", "active");
            tree.put("last_listed", active.lastListed());
        } else if (status instanceof AgreementStatus.Ended ended) {
            tree.put("kind", "ended");
            tree.put("on", ended.on());
            tree.put("document", Trees.source(ended.document()));
        } else if (status instanceof AgreementStatus.NotSeen gone) {
            tree.put("kind", "no_longer_listed");
            tree.put("last_listed", gone.lastListed());
            tree.put("first_absent", gone.firstAbsent());
        } else if (status instanceof AgreementStatus.Pending pending) {
            tree.put("kind", "pending");
            tree.put("first_listed", pending.firstListed());
            tree.put("last_listed", pending.lastListed());
        }
        return tree;
    }

    private static Map<String, Object> mandate(StateMandate mandate) {
        Map<String, Object> tree = Trees.map();
        tree.put("position", lower(mandate.position()));
        tree.put("cite", mandate.cite());
        tree.put("text", mandate.printed());
        tree.put("confidence", mandate.confidence().key());
        tree.put("verified", mandate.confidence().verified());
        return tree;
    }

    private static Map<String, @Nullable Object> memorandum(Memorandum memo) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("file", memo.file());
        tree.put("model", memo.model().name());
        tree.put("template", memo.template());
        tree.put("revision", Trees.text(memo.revision()));
        tree.put("signed", Trees.text(memo.signed()));
        tree.put("pages", memo.pages());
        tree.put("source", Trees.source(memo.source()));
        tree.put("duties", memo.duties().stream().map(AgreementTree::duty).toList());
        return tree;
    }

    private static Map<String, Object> duty(Duty duty) {
        Map<String, Object> tree = Trees.map();
        tree.put("id", duty.id());
        tree.put("who", lower(duty.who()));
        tree.put("force", lower(duty.force()));
        tree.put("summary", Trees.phrase(duty.summary()));
        tree.put("clause", duty.clause());
        tree.put("page", duty.page());
        tree.put("quote", duty.quote());
        return tree;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

namespace Rootscope.Accounts.Measures;

/// <summary>Hypothetical extractions. The value is the total output loss of the economy, the sector's own included.</summary>
internal static class ExtractionMeasures
{
    public static IEnumerable<AccountMeasure> All() =>
    [
        Extraction("extraction-total", ExtractionKind.Total,
            "Output lost in the whole economy, the sector's own included, when its sales, its purchases and the final demand for it are taken out.",
            "Paelinck et al. (1965); Strassert (1968); Dietzenbacher and Lahr (2013)"),
        Extraction("extraction-backward", ExtractionKind.Backward,
            "Output lost in the whole economy when the sector's purchases are taken out.",
            "Cella (1984); Dietzenbacher, van der Linden and Steenge (1993)"),
        Extraction("extraction-forward-demand", ExtractionKind.ForwardDemand,
            "Output lost in the whole economy when the sector's sales to sectors are taken out and final demand for it stays.",
            "Cella (1984); Miller and Lahr (2001)"),
        Extraction("extraction-forward-ghosh", ExtractionKind.ForwardGhosh,
            "Output lost in the whole economy when the sector's sales to sectors are taken out of the allocation model and primary inputs stay.",
            "Dietzenbacher, van der Linden and Steenge (1993)"),
        Extraction("extraction-partial", ExtractionKind.Partial,
            "Output lost in the whole economy when the share 'share' of the sector's sales and of the final demand for it is taken out.",
            "Dietzenbacher and Lahr (2013)", AccountParameter.Share),
    ];

    private static AccountMeasure Extraction(string name, ExtractionKind kind, string meaning, string source, params IReadOnlyList<AccountParameter> parameters) =>
        new((table, options, cancellation) =>
        {
            var total = TotalRequirements.Of(table, InputOrigin.Domestic, cancellation);
            double share = parameters.Contains(AccountParameter.Share) ? options.Share : 1;
            return AccountFigures.OfSectors(table, HypotheticalExtraction.TotalsOf(total, kind, share).Output, AccountNotes.Domestic(table));
        })
        {
            Name = name,
            Unit = AccountUnit.Money,
            Meaning = meaning,
            Source = source,
            Parameters = parameters,
        };
}

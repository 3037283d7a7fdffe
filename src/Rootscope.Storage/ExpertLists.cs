using Rootscope.Roots.Validation;
using Rootscope.Storage.References;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Storage;

/// <summary>Expert lists brought to the classes of a table.</summary>
public static class ExpertLists
{
    /// <summary>Labels the industries of a table: by the list's own rows, or from the classes of nbs2020 through a concordance.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mentions">The list.</param>
    /// <exception cref="ModelException">Neither the list nor a concordance reaches the table's classification.</exception>
    /// <exception cref="TableException">The list names a code that does not exist.</exception>
    public static ExpertLabels LabelsOf(FlowTable table, IReadOnlyList<ExpertMention> mentions)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(mentions);
        const string Known = "nbs2020";
        string classification = table.Metadata.Classification;
        if (
            !classification.StartsWith("nbs-", StringComparison.Ordinal)
            || !ReferenceRoutes.TargetsOf(Known).Contains(classification, StringComparer.Ordinal)
        )
        {
            return ExpertLabels.Of(table.Sectors.Industries, classification, mentions);
        }

        FlowTable china = EmbeddedTables.Read("china-2020");
        string[] codes = [.. china.Sectors.Industries.Select(i => i.Code)];
        Concordance way =
            ReferenceRoutes.Find(Known, table, codes)
            ?? throw new ModelException(
                $"table '{table.Metadata.Id}' says that its classes are {classification}, but lacks some of them, so that no list can be "
                    + "carried there."
            );
        var labels = ExpertLabels.Of(china.Sectors.Industries, Known, mentions);
        return ExpertLabels.Carried(table.Sectors.Industries, labels, codes, china.Output.ToArray(), way);
    }
}

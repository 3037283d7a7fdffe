using System.Globalization;
using System.Text;
using Rootscope.Tables;

namespace Rootscope.Storage.Export;

/// <summary>What people read in an export: what it is, whether the figures are there, under which licence, how to cite.</summary>
internal static class ExportTexts
{
    public static string Readme(FlowTable table, RedistributionTerms terms, bool hasFigures)
    {
        TableMetadata about = table.Metadata;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {about.Title}\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"Input-output table `{about.Id}`, {about.Year}, {table.Sectors.Regions.Count} regions × {table.Sectors.Industries.Count} "
                + $"industries, money in {about.Unit} ({about.Prices}).\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"SHA-256 of its figures and codes: {table.ContentHash}\n\n");
        text.Append("## The figures\n\n")
            .Append(terms.Reason)
            .Append(' ')
            .Append(
                hasFigures
                    ? terms.IsAllowed
                        ? "They are here."
                        : "Whoever made this export stated that they hold the right to them. Do not pass it on without making sure."
                    : "They are left out; this is the description of the table alone. Get the figures from the source and import " + "them."
            );
        text.Append("\n\n## Source\n\n")
            .Append(about.Source)
            .Append("\n\nLicence: ")
            .Append(about.Licence)
            .Append("\n\n## What was derived\n\n");
        foreach (string derivation in about.Derivations.DefaultIfEmpty("Nothing: the figures are those of the source."))
        {
            text.Append("- ").Append(derivation).Append('\n');
        }

        return text.ToString();
    }

    public static string Licence(FlowTable table, RedistributionTerms terms) =>
        $"# Licence\n\nThe figures: {table.Metadata.Licence}\n\n{terms.Reason}\n";

    public static string Citation(FlowTable table) =>
        $"# Citation\n\nCite the source of the figures:\n\n{table.Metadata.Source}\n\nTable '{table.Metadata.Id}', "
        + $"{table.Metadata.Title}, sha256 {table.ContentHash}.\n";
}

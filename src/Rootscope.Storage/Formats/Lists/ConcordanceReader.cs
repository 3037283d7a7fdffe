using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Storage.Formats.Lists;

/// <summary>
/// Reads a concordance from CSV: the columns <c>from</c> and <c>to</c>, and where they are there <c>weight</c> and <c>name</c> (of the
/// target).
/// </summary>
/// <remarks>Codes are text and keep leading zeros. An empty weight is 1. Other columns are passed over.</remarks>
public static class ConcordanceReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="sizes">Where given, weights are not read but made in proportion to these sizes of target codes; any unit, the same for
    /// all.</param>
    /// <exception cref="TableException">A column or cell is missing, a weight is no share, or the weights of a code do not sum to
    /// 1.</exception>
    public static Concordance Read(string path, IReadOnlyDictionary<string, double>? sizes = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        using CsvFile csv = CsvFile.Open(path);
        return Read(csv, Path.GetFileNameWithoutExtension(path), sizes);
    }

    /// <summary>Reads sizes of codes, such as outputs, from CSV with the columns <c>code</c> and <c>size</c>.</summary>
    /// <exception cref="TableException">A column is missing, a code occurs twice, or a size is below zero.</exception>
    public static IReadOnlyDictionary<string, double> ReadSizes(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using CsvFile csv = CsvFile.Open(path);
        int code = csv.Column("code");
        int size = csv.Column("size");
        var sizes = new Dictionary<string, double>(StringComparer.Ordinal);
        while (csv.Read())
        {
            double value = csv.Number(size);
            if (value < 0)
            {
                throw csv.Fault(size, $"a size cannot be {csv.Text(size)}. Give a figure of at least 0.");
            }

            if (!sizes.TryAdd(Required(csv, code), value))
            {
                throw csv.Fault(code, $"the code '{csv.Text(code)}' occurs twice. Remove one row.");
            }
        }

        return sizes;
    }

    internal static Concordance Read(CsvFile csv, string name, IReadOnlyDictionary<string, double>? sizes)
    {
        int from = csv.Column("from");
        int to = csv.Column("to");
        int weight = csv.Find("weight");
        int label = csv.Find("name");
        var links = new List<ConcordanceLink>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (csv.Read())
        {
            links.Add(new ConcordanceLink(Required(csv, from), Required(csv, to), WeightOf(csv, weight)));
            if (
                label >= 0
                && csv.Text(label) is { Length: > 0 } given
                && !names.TryAdd(csv.Text(to), given)
                && names[csv.Text(to)] != given
            )
            {
                throw csv.Fault(
                    label,
                    $"the target '{csv.Text(to)}' is called '{names[csv.Text(to)]}' above and '{given}' here. Give it one name."
                );
            }
        }

        if (links.Count == 0)
        {
            throw new TableException($"{csv.Path}, line 2", "the concordance has no row. Give one row for every code and its target.");
        }

        return sizes is null
            ? Concordance.Of(name, links, names)
            : Concordance.Proportional(name, links.Select(l => (l.From, l.To)), sizes, names);
    }

    private static double WeightOf(CsvFile csv, int column)
    {
        double weight = column < 0 || csv.Text(column).Length == 0 ? 1 : csv.Number(column);
        return weight is >= 0 and <= 1
            ? weight
            : throw csv.Fault(column, $"a weight cannot be {csv.Text(column)}. Give a share from 0 to 1.");
    }

    private static string Required(CsvFile csv, int column) =>
        csv.Text(column) is { Length: > 0 } text ? text : throw csv.Fault(column, "the cell is empty. Fill it, or remove the row.");
}

using System.Reflection;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage;

/// <summary>Named sets of elasticities: the embedded ones, and files of the user's in the same layout.</summary>
/// <remarks>
/// Layout: CSV with the columns nest, code, value, source, note, and where products are to be rated replaceable and irreplaceable, the ends
/// of the range. Nests: value-added-inputs, among-inputs, domestic-imported, final-demand, product-inputs.
/// </remarks>
public static class ElasticitySets
{
    private const string Prefix = "data/elasticities/";
    private const string Suffix = ".csv";

    private static readonly Dictionary<string, Nest> Nests = new(StringComparer.Ordinal)
    {
        ["value-added-inputs"] = Nest.ValueAddedInputs,
        ["among-inputs"] = Nest.AmongInputs,
        ["domestic-imported"] = Nest.DomesticImported,
        ["final-demand"] = Nest.FinalDemand,
        ["product-inputs"] = Nest.ProductInputs,
    };

    /// <summary>The words that files use for nests.</summary>
    internal static IReadOnlyDictionary<string, Nest> NestWords => Nests;

    /// <summary>The names of the embedded sets, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = EmbeddedNames.Of(Prefix, Suffix);

    /// <summary>Reads an embedded set by name, or a file by path.</summary>
    /// <exception cref="UnknownNameException">It is neither; the message has the nearest names.</exception>
    /// <exception cref="TableException">The file does not fit the layout.</exception>
    public static ElasticitySet Read(string nameOrFile)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrFile);
        if (Names.Contains(nameOrFile, StringComparer.Ordinal))
        {
            Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + nameOrFile + Suffix)!;
            using CsvFile embedded = CsvFile.Open(new StreamReader(stream), $"embedded elasticities {nameOrFile}");
            return ToSet(embedded, nameOrFile);
        }

        if (!File.Exists(nameOrFile))
        {
            throw new UnknownNameException(
                "elasticity set",
                nameOrFile,
                NearestNames.Of(nameOrFile, Names),
                $"Embedded are {string.Join(", ", Names)}; otherwise give the path of a CSV file with the columns nest, code, value, "
                    + $"source, note."
            );
        }

        using CsvFile file = CsvFile.Open(nameOrFile);
        return ToSet(file, Path.GetFileName(nameOrFile));
    }

    private static ElasticitySet ToSet(CsvFile file, string name)
    {
        int nest = file.Column("nest");
        int code = file.Column("code");
        int value = file.Column("value");
        int source = file.Column("source");
        int note = file.Find("note");
        int replaceable = file.Find("replaceable");
        int irreplaceable = file.Find("irreplaceable");
        var entries = new List<Elasticity>();
        while (file.Read())
        {
            string text = file.Text(nest);
            if (!Nests.TryGetValue(text, out Nest kind))
            {
                throw file.Fault(nest, $"there is no nest '{text}'. Nests are {string.Join(", ", Nests.Keys)}.");
            }

            if (file.Text(value).Length == 0)
            {
                throw file.Fault(value, "the elasticity is missing. Give a number of at least 0, or remove the row.");
            }

            entries.Add(
                new Elasticity(
                    kind,
                    file.Text(code),
                    file.Number(value),
                    file.Text(source),
                    note >= 0 ? file.Text(note) : string.Empty,
                    RangeOf(file, replaceable, irreplaceable)
                )
            );
        }

        return Checked(file, name, entries);
    }

    private static ElasticityRange? RangeOf(CsvFile file, int replaceable, int irreplaceable)
    {
        bool hasFirst = replaceable >= 0 && file.Text(replaceable).Length > 0;
        bool hasSecond = irreplaceable >= 0 && file.Text(irreplaceable).Length > 0;
        return hasFirst != hasSecond
                ? throw file.Fault(
                    hasFirst ? replaceable : irreplaceable,
                    "a range has two ends. Give both replaceable and irreplaceable, or neither."
                )
            : hasFirst ? new ElasticityRange(file.Number(replaceable), file.Number(irreplaceable))
            : null;
    }

    private static ElasticitySet Checked(CsvFile file, string name, List<Elasticity> entries)
    {
        try
        {
            return new ElasticitySet(name, entries);
        }
        catch (ModelException e)
        {
            throw new TableException(file.Path, e.Message, e);
        }
    }
}

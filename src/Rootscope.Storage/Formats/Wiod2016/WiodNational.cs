using System.Globalization;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Wiod2016;

/// <summary>
/// One country out of the national tables of the release of 2016 in long form: flows by supplier and user, and accounts by industry.
/// </summary>
internal static class WiodNational
{
    public static FlowTable Read(IReadOnlyList<string> paths, string id, int? year, string? country, CancellationToken cancellation)
    {
        using CsvFile first = CsvFile.Open(paths[0], cancellation);
        using CsvFile second = CsvFile.Open(paths[1], cancellation);
        (CsvFile flowFile, CsvFile accountFile) = first.Find("supplier_industry") >= 0 ? (first, second) : (second, first);
        int known = SourceYear.Of(flowFile.Path, year);
        if (country is null)
        {
            throw new TableException(
                flowFile.Path,
                $"holds the tables of many countries. Say which one to import with {Repair.Option("country", "ISO")}, such as CHN."
            );
        }

        Accounts accounts = ReadAccounts(accountFile, country);
        int n = accounts.Codes.Count;
        var domestic = new double[n * n];
        var imported = new double[n * n];
        ReadFlows(flowFile, country, accounts.Codes, domestic, imported);
        return Assemble(id, known, country, accounts, domestic, imported);
    }

    public static TableMetadata Metadata(string id, int year, string title, IReadOnlyList<string> derivations) =>
        new()
        {
            Id = id,
            Title = title,
            Year = year,
            Currency = "USD",
            UnitScale = 1_000_000,
            Unit = "million USD",
            Prices = "basic prices, current year",
            Source =
                "World Input-Output Database, release 2016; cite Timmer, Dietzenbacher, Los, Stehrer and de Vries (2015), Review of "
                + "International Economics 23: 575-605",
            Licence = Wiod2016Reader.Licence,
            Classification = "wiod2016",
            Derivations = derivations,
        };

    private static Accounts ReadAccounts(CsvFile file, string country)
    {
        int countryColumn = file.Column("country");
        int industry = file.Column("industry");
        int output = file.Column("gross_output_musd");
        int valueAdded = file.Column("value_added_musd");
        var accounts = new Accounts();
        var countries = new HashSet<string>(StringComparer.Ordinal);
        while (file.Read())
        {
            countries.Add(file.Text(countryColumn));
            if (!string.Equals(file.Text(countryColumn), country, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (!accounts.Codes.TryAdd(file.Text(industry), accounts.Codes.Count))
            {
                throw file.Fault(industry, $"industry '{file.Text(industry)}' of {country} occurs twice. Remove one row.");
            }

            accounts.Output.Add(file.Number(output));
            accounts.ValueAdded.Add(file.Number(valueAdded));
        }

        return accounts.Codes.Count > 0
            ? accounts
            : throw new TableException(
                file.Path,
                $"has no row of country '{country}'. Countries are {string.Join(", ", countries.Take(60))}."
            );
    }

    private static void ReadFlows(CsvFile file, string country, Dictionary<string, int> codes, double[] domestic, double[] imported)
    {
        int countryColumn = file.Column("country");
        int[] industries = [file.Column("supplier_industry"), file.Column("user_industry")];
        int[] figures = [file.Column("domestic_musd"), file.Column("imported_musd")];
        var seen = new bool[domestic.Length];
        while (file.Read())
        {
            if (!string.Equals(file.Text(countryColumn), country, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            int supplier = NumberOf(file, industries[0], codes);
            int user = NumberOf(file, industries[1], codes);
            int cell = (supplier * codes.Count) + user;
            if (seen[cell])
            {
                throw file.Fault(industries[0], "this pair of supplier and user occurs twice. Remove one row.");
            }

            seen[cell] = true;
            domestic[cell] = file.Number(figures[0]);
            imported[cell] = file.Number(figures[1]);
        }
    }

    private static int NumberOf(CsvFile file, int column, Dictionary<string, int> codes) =>
        codes.TryGetValue(file.Text(column), out int number)
            ? number
            : throw file.Fault(
                column,
                $"industry '{file.Text(column)}' is not among the {codes.Count} of the accounts. Add it there, or correct the code."
            );

    private static FlowTable Assemble(string id, int year, string code, Accounts accounts, double[] domestic, double[] imported)
    {
        int n = accounts.Codes.Count;
        double[] output = [.. accounts.Output];
        double[] valueAdded = [.. accounts.ValueAdded];
        double[] flows = [.. domestic.Zip(imported, (d, m) => d + m)];
        double[] inputs = new double[n];
        Sums.AddColumns(flows, inputs);
        double[] other = [.. Enumerable.Range(0, n).Select(j => output[j] - inputs[j] - valueAdded[j])];
        double[] final = [.. Enumerable.Range(0, n).Select(i => output[i] - Sums.Of(domestic.AsSpan(i * n, n)))];
        Region country = LayoutNames.RegionOf(code.ToUpperInvariant());
        return new FlowTable(
            new FlowTableParts
            {
                Metadata = Metadata(
                    id,
                    year,
                    string.Create(CultureInfo.InvariantCulture, $"{country.Name} {year}, WIOD 2016 national table, {n} industries"),
                    [
                        LayoutNames.EditionOf("wiod2016", 1, n),
                        "Imported and domestic inputs are the source's own, by user; which country imports come from is not known, and "
                            + "imports for final use are not given.",
                        "Final use and exports are one column: output less domestic sales to industries. It is negative where the two "
                            + "sources disagree. Exports are not told apart, so that measures that need them are undefined.",
                        "What output exceeds inputs and value added by is one row of taxes and margins.",
                    ]
                ),
                Sectors = new SectorIndex([country], [.. accounts.Codes.Keys.Select(LayoutNames.IndustryOf)]),
                FinalDemandCategories =
                [
                    new FinalDemandCategory("FINAL", "Final use and exports, derived", FinalDemandKind.Households, new(0)),
                ],
                ValueAddedCategories =
                [
                    new ValueAddedCategory("VA", "Value added", ValueAddedKind.Total),
                    new ValueAddedCategory("TAXMARGIN", "Taxes less subsidies on products and transport margins", ValueAddedKind.Other),
                ],
                Flows = flows,
                FinalDemand = final,
                ValueAdded = [.. valueAdded, .. other],
                Output = output,
                Imports = [.. Enumerable.Range(0, n).Select(i => Sums.Of(imported.AsSpan(i * n, n)))],
                ImportedFlows = imported,
                ImportedFinalDemand = new double[n],
            }
        );
    }

    /// <summary>Accounts of one country: codes with their numbers, output and value added.</summary>
    private sealed class Accounts
    {
        public Dictionary<string, int> Codes { get; } = new(StringComparer.Ordinal);

        public List<double> Output { get; } = [];

        public List<double> ValueAdded { get; } = [];
    }
}

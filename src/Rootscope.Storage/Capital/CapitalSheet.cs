using System.Globalization;
using Rootscope.Storage.Formats.Files;

namespace Rootscope.Storage.Capital;

/// <summary>A capital good of the embedded evidence.</summary>
/// <param name="Code">Its class.</param>
/// <param name="Users">What each class uses of it a year, in the order of the sheet's codes. Unit: million dollars of 2017.</param>
/// <param name="Rate">Its yearly rate of depreciation; null where no kind of asset stands for it.</param>
internal sealed record CapitalGood(string Code, double[] Users, double? Rate);

/// <summary>The embedded evidence as it was compiled: capital goods and their users in the classes of bea2017.</summary>
internal sealed class CapitalSheet
{
    private static readonly string[] Payers = ["residential", "defence", "federal", "state"];

    private readonly Dictionary<string, double[]> _wear;
    private readonly Dictionary<string, int> _numberOf;

    private CapitalSheet(List<string> codes, List<double> outputs, Dictionary<string, double[]> wear)
    {
        Codes = codes;
        Outputs = outputs;
        _wear = wear;
        _numberOf = codes.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i, StringComparer.Ordinal);
        Goods = ReadGoods();
    }

    /// <summary>The classes.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Output by class. Unit: million dollars of 2017.</summary>
    public IReadOnlyList<double> Outputs { get; }

    public IReadOnlyList<CapitalGood> Goods { get; }

    /// <summary>The rate of all equipment. Unit: share a year.</summary>
    public double UsualRate { get; private set; }

    /// <summary>The place of a class in <see cref="Codes"/>.</summary>
    public int NumberOf(string code) => _numberOf[code];

    public static CapitalSheet Read()
    {
        using CsvFile csv = CapitalData.Open("wear");
        string[] kinds = [.. csv.Header.Skip(2)];
        var codes = new List<string>();
        var outputs = new List<double>();
        List<double>[] wear = [.. kinds.Select(_ => new List<double>())];
        while (csv.Read())
        {
            codes.Add(csv.Text(0));
            outputs.Add(csv.Number(1));
            for (int k = 0; k < kinds.Length; k++)
            {
                wear[k].Add(NumberOrNone(csv, k + 2));
            }
        }

        return new CapitalSheet(
            codes,
            outputs,
            kinds.Select((kind, k) => (kind, k)).ToDictionary(p => p.kind, p => wear[p.k].ToArray(), StringComparer.Ordinal)
        );
    }

    private static double NumberOrNone(CsvFile csv, int column) => csv.Text(column).Length > 0 ? csv.Number(column) : 0;

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private List<CapitalGood> ReadGoods()
    {
        Dictionary<(string Payer, string Product), (int User, double Weight)[]> payers = ReadPayers();
        using CsvFile csv = CapitalData.Open("products");
        int[] paid = [.. Payers.Select(csv.Column)];
        int kinds = csv.Column("kinds");
        int named = csv.Column("users");
        int invested = csv.Column("private");
        int rate = csv.Column("rate");
        var goods = new List<CapitalGood>();
        while (csv.Read())
        {
            string product = csv.Text(0);
            UsualRate = csv.Text(kinds) == "equipment" ? csv.Number(rate) : UsualRate;
            double[] users = Private(Words(csv.Text(kinds)), Words(csv.Text(named)), NumberOrNone(csv, invested));
            for (int p = 0; p < Payers.Length; p++)
            {
                double amount = NumberOrNone(csv, paid[p]);
                foreach ((int user, double weight) in payers.GetValueOrDefault((Payers[p], product), payers[(Payers[p], "*")]))
                {
                    users[user] += amount * weight;
                }
            }

            goods.Add(new CapitalGood(product, users, csv.Text(rate).Length > 0 ? csv.Number(rate) : null));
        }

        return goods;
    }

    /// <summary>What business forms goes to those whom the class names, in proportion to what they wear out of its kinds.</summary>
    private double[] Private(string[] kinds, string[] named, double amount)
    {
        string[] only = [.. named.Where(w => w[0] != '-')];
        string[] without = [.. named.Where(w => w[0] == '-').Select(w => w[1..])];
        bool[] isUser =
        [
            .. Codes.Select(c =>
                (only.Length == 0 || only.Any(w => c.StartsWith(w, StringComparison.Ordinal)))
                && !without.Any(w => c.StartsWith(w, StringComparison.Ordinal))
            ),
        ];
        double[] weights =
        [
            .. isUser.Select(
                (is_, i) =>
                    !is_ ? 0
                    : kinds.Length == 0 && only.Length > 0 ? 1
                    : kinds.Sum(k => _wear[k][i])
            ),
        ];
        double sum = weights.Sum();
        return [.. weights.Select(w => sum > 0 ? amount * w / sum : 0)];
    }

    private Dictionary<(string Payer, string Product), (int User, double Weight)[]> ReadPayers()
    {
        using CsvFile csv = CapitalData.Open("payers");
        var payers = new Dictionary<(string, string), (int, double)[]>();
        while (csv.Read())
        {
            payers.Add(
                (csv.Text(0), csv.Text(1)),
                [
                    .. Words(csv.Text(2))
                        .Select(w => w.Split(':'))
                        .Select(w => (_numberOf[w[0]], double.Parse(w[1], CultureInfo.InvariantCulture))),
                ]
            );
        }

        return payers;
    }
}

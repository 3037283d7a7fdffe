using System.Globalization;
using Rootscope.Answers.Language;
using Rootscope.Tables;

namespace Rootscope.Answers.Reports;

/// <summary>
/// Amounts of money in the unit that an economy's large sums are told in, one for all of them: the largest round one, up to billions, in
/// which the largest amount is at least 10.
/// </summary>
public sealed class MoneyScale
{
    private static readonly (double Size, string Name, string Spelled)[] Sizes =
    [
        (1e9, "bn ", "billion "),
        (1e6, "m ", "million "),
        (1e3, "thousand ", "thousand "),
        (1, string.Empty, string.Empty),
    ];

    private static readonly (double Size, string Name, string Spelled)[] ChineseSizes =
    [
        .. ChineseMoney.Sizes.Select(s => (s.Size, s.Name, s.Name)),
    ];

    private const double Smallest = 0.0005;

    private readonly double _factor;
    private readonly string _small;

    /// <summary>A scale for the amounts of a table.</summary>
    /// <param name="about">The table.</param>
    /// <param name="largest">The largest amount that is told. Unit: the table's money.</param>
    /// <param name="isSpelled">Whether the unit is spelled out, "billion CNY", and amounts below 1 end with their last digit that is not 0.
    /// </param>
    /// <param name="tongue">The language of the unit: in Chinese amounts are in 万, 亿 and 万亿.</param>
    public MoneyScale(TableMetadata about, double largest, bool isSpelled = false, Tongue tongue = Tongue.English)
    {
        ArgumentNullException.ThrowIfNull(about);
        const double Readable = 10;
        double money = Math.Abs(largest) * about.UnitScale;
        (double Size, string Name, string Spelled)[] sizes = tongue == Tongue.Chinese ? ChineseSizes : Sizes;
        (double size, string name, string spelled) = sizes.FirstOrDefault(s => money >= Readable * s.Size, sizes[^1]);
        _factor = about.UnitScale / size;
        _small = isSpelled ? "0.###" : "0.000";
        Unit =
            (isSpelled ? spelled : name) + (tongue == Tongue.Chinese ? Currencies.InChinese(about.Currency).TrimStart() : about.Currency);
    }

    /// <summary>The usual unit of a table's economy: the one that fits the output of all its industries.</summary>
    public static MoneyScale Of(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double output = 0;
        foreach (double x in table.Output)
        {
            output += x;
        }

        return new MoneyScale(table.Metadata, output);
    }

    /// <summary>The unit, such as "bn CNY".</summary>
    public string Unit { get; }

    /// <summary>An amount of the table in the unit, for a drawing.</summary>
    /// <param name="amount">The amount. Unit: the table's money.</param>
    public double AmountIn(double amount) => amount * _factor;

    /// <summary>An amount with its standard error where it has one, both in the unit.</summary>
    /// <param name="amount">The amount. Unit: the table's money.</param>
    /// <param name="error">Its standard error; null for none. Unit: the table's money.</param>
    internal string WithError(double amount, double? error) => error is { } chance ? $"{Text(amount)} ± {Text(chance)}" : Text(amount);

    /// <summary>An amount of the table in the unit, with three digits at least.</summary>
    /// <param name="amount">The amount. Unit: the table's money.</param>
    public string Text(double amount)
    {
        double shown = amount * _factor;
        string format = Math.Abs(shown) switch
        {
            >= 100 => "N0",
            >= 10 => "0.0",
            >= 1 => "0.00",
            0 => "0",
            < Smallest => "0.0E+0",
            _ => _small,
        };
        return shown.ToString(format, CultureInfo.InvariantCulture);
    }
}

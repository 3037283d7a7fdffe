namespace Rootscope.Shocks.Scenarios;

/// <summary>The values of one shock as a reader found them: names resolved, numbers in range, by field name.</summary>
public sealed class ShockValues
{
    private readonly IReadOnlyDictionary<string, object> _values;

    /// <summary>Takes the values over.</summary>
    /// <param name="values">
    /// By field name: a number for numbers and times, products for products, a truth value for flags, texts for the others.
    /// </param>
    public ShockValues(IReadOnlyDictionary<string, object> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values;
    }

    /// <summary>When it begins, how fast it grows, how long it lasts and how it ends.</summary>
    public ShockTiming Timing =>
        new(Number("start", 0), Number("ramp", 0))
        {
            DurationMonths = Has("duration") ? Number("duration", 0) : null,
            RecoveryMonths = Number("recovery", 0),
            Recovery = Enum.Parse<RecoveryCurve>(Text("recovery_curve", nameof(RecoveryCurve.Linear)), ignoreCase: true),
        };

    /// <summary>The remark; empty where there is none.</summary>
    public string Note => Text("note", string.Empty);

    /// <summary>The products.</summary>
    public IReadOnlyList<ScenarioProduct> Products =>
        _values.TryGetValue(ShockFields.Product.Name, out object? value) ? (IReadOnlyList<ScenarioProduct>)value : [];

    /// <summary>Whether a field was given.</summary>
    public bool Has(string field) => _values.ContainsKey(field);

    /// <summary>Whether a flag is set; null where it was not given.</summary>
    public bool? Flag(string field) => _values.TryGetValue(field, out object? value) ? (bool)value : null;

    /// <summary>A number, or what holds without it. Unit: that of the field.</summary>
    public double Number(string field, double otherwise) => _values.TryGetValue(field, out object? value) ? (double)value : otherwise;

    /// <summary>A text, or what holds without it.</summary>
    public string Text(string field, string otherwise) => _values.TryGetValue(field, out object? value) ? (string)value : otherwise;

    /// <summary>A list of texts: codes of regions, names of firms; empty where it was not given.</summary>
    public IReadOnlyList<string> Texts(string field) => _values.TryGetValue(field, out object? value) ? (IReadOnlyList<string>)value : [];
}

// Which technologies does China depend on, and how much stands on them? The same API as the notebook beside this file, from .NET:
//     dotnet run samples/notebooks/weak-spots.cs [-- ADDRESS]
using System.Text.Json;

using var site = new HttpClient { BaseAddress = new Uri(args.Length > 0 ? args[0] : "http://127.0.0.1:5080") };

// Rows come with their provenance: the same figures carry the same hash wherever they are read.
using JsonDocument spots = JsonDocument.Parse(await site.GetStringAsync("/api/v1/weak-spots?region=CHN&top=5"));
Console.WriteLine(spots.RootElement.GetProperty("provenance").GetProperty("contentHash").GetString());

// Every column says its unit and its meaning.
foreach (JsonElement column in spots.RootElement.GetProperty("columns").EnumerateArray().Take(3))
{
    Console.WriteLine($"{column.GetProperty("name").GetString()}: {column.GetProperty("meaning").GetString()}");
}

// What is undefined is null, never a number.
foreach (JsonElement row in spots.RootElement.GetProperty("rows").EnumerateArray())
{
    string stake = row.GetProperty("atStakeShare") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble().ToString("P2") : "–";
    Console.WriteLine($"{row.GetProperty("name").GetString()}\t{row.GetProperty("corner").GetString()}\t{stake} of a year at stake");
}

using System.Text.Json;

namespace Rootscope.Answers.Pieces;

/// <summary>Numbers of pieces as JSON: the shortest digits that give the same number again, and null for none.</summary>
internal static class PieceJson
{
    /// <summary>Writes a number, or null.</summary>
    public static void Number(this Utf8JsonWriter json, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>Reads a number, or null.</summary>
    public static double? Number(this JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : json.GetDouble();
}

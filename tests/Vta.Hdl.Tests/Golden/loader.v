// Loader_4, described in tests/Vta.Hdl.Tests/Verilog/Samples.cs
//   width = 4
// Generated: change the description instead.
module Loader_4 (
  input  wire       clock,
  input  wire       reset,
  input  wire       start,                                          // Samples.cs
  output reg        done,                                           // Samples.cs
  output wire       busy,                                           // Samples.cs
  output wire [3:0] progress                                        // Samples.cs
);

  localparam [1:0] STATE_IDLE = 2'd0;
  localparam [1:0] STATE_RUN = 2'd1;
  localparam [1:0] STATE_DONE = 2'd2;

  reg [1:0] fsm;                                                    // Samples.cs
  reg [3:0] count;                                                  // Samples.cs

  assign progress = count;                                          // Samples.cs

  always @* begin
    done = 1'b0;                                                    // Samples.cs
    case (fsm)                                                      // Samples.cs
      STATE_DONE:
        done = 1'b1;                                                // Samples.cs
      default: ;
    endcase
  end

  assign busy = fsm != STATE_IDLE;                                  // Samples.cs

  always @(posedge clock) begin
    if (reset) begin
      fsm <= STATE_IDLE;
      count <= 4'd0;
    end else begin
      case (fsm)                                                    // Samples.cs
        STATE_IDLE:
          if (start) begin                                          // Samples.cs
            count <= 4'd0;                                          // Samples.cs
            fsm <= STATE_RUN;                                       // Samples.cs
          end
        STATE_RUN: begin
          count <= count + 4'd1;                                    // Samples.cs
          if (count == 4'd15)                                       // Samples.cs
            fsm <= STATE_DONE;                                      // Samples.cs
        end
        STATE_DONE:
          fsm <= STATE_IDLE;                                        // Samples.cs
        default: ;
      endcase
    end
  end

  `ifndef SYNTHESIS
  always @(posedge clock) begin
    if (!reset)                                                     // Samples.cs
      assert (fsm != STATE_DONE || count == 4'd0) else $error("the count wraps when the run is over");
  end
  `endif
endmodule

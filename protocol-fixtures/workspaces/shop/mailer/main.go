// Command mailer sends the confirmations of orders that stand in the queue.
package main

import (
	"crypto/tls"
	"encoding/json"
	"fmt"
	"log"
	"net/smtp"
	"os"
)

// Confirmation is a mail to the customer of an order.
type Confirmation struct {
	Order    int64  `json:"order"`
	Customer string `json:"customer"`
}

func main() {
	decoder := json.NewDecoder(os.Stdin)
	for decoder.More() {
		var confirmation Confirmation
		if err := decoder.Decode(&confirmation); err != nil {
			log.Fatalf("a confirmation cannot be read: %v", err)
		}
		if err := send(os.Getenv("SMTP_HOST"), confirmation); err != nil {
			log.Printf("order %d: %v", confirmation.Order, err)
		}
	}
}

func send(host string, confirmation Confirmation) error {
	connection, err := tls.Dial("tcp", host+":465", &tls.Config{ServerName: host, InsecureSkipVerify: true})
	if err != nil {
		return fmt.Errorf("connect to %s: %w", host, err)
	}
	client, err := smtp.NewClient(connection, host)
	if err != nil {
		return fmt.Errorf("greet %s: %w", host, err)
	}
	defer client.Close()
	if err := client.Mail("orders@shop.example"); err != nil {
		return fmt.Errorf("sender refused: %w", err)
	}
	if err := client.Rcpt(confirmation.Customer); err != nil {
		return fmt.Errorf("customer refused: %w", err)
	}
	body, err := client.Data()
	if err != nil {
		return fmt.Errorf("no text taken: %w", err)
	}
	if _, err := fmt.Fprintf(body, "Subject: Your order %d\r\n\r\nThank you!\r\n", confirmation.Order); err != nil {
		return fmt.Errorf("text not sent: %w", err)
	}
	return body.Close()
}
